//! What a page says, without its markup.

/// The text of a page as a person reads it.
pub(crate) struct Text(pub(crate) String);

impl Text {
    /// Says what is missing, and from what.
    pub(crate) fn holds(&self, sentence: &str) {
        let sentence = blanks_joined(sentence);
        assert!(self.0.contains(&sentence), "“{sentence}” is not in:\n{}", self.0);
    }
}

/// Whether some markup holds a word, and not only as a part of another: `2 Nov` is not in `12 Nov`.
pub(crate) fn holds_word(markup: &str, word: &str) -> bool {
    let apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    markup
        .match_indices(word)
        .any(|(at, _)| apart(markup[..at].chars().next_back()) && apart(markup[at + word.len()..].chars().next()))
}

/// The text of some markup.
pub(crate) fn text(markup: &str) -> Text {
    let mut plain = String::new();
    for (at, part) in markup.split('<').enumerate() {
        let after = if at == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) };
        // What is only there to keep two texts apart is no blank.
        if !part.starts_with('!') && at > 0 {
            plain.push(' ');
        }
        plain.push_str(after);
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    Text(blanks_joined(&entities.iter().fold(plain, |text, (entity, letter)| text.replace(entity, letter))))
}

fn blanks_joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between two texts.
pub(crate) fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("{start} is not in:\n{text}"));
    rest.split_once(end).unwrap_or_else(|| panic!("{end} is not in:\n{rest}")).0
}
