//! Names of languages, and how English treats titles within a sentence.

use rules::LanguageTag;

use crate::English;
use crate::message::say;

impl English {
    /// "Portuguese", "Portuguese (BR)"; the tag itself where the word file has no name for it.
    pub fn language(&self, tag: &LanguageTag) -> String {
        match tag.as_str().split_once('-') {
            Some((language, variant)) => say!(self, LanguageVariant { language, variant }),
            None => say!(self, Language { language: tag.as_str() }),
        }
    }
}

/// A title such as "Customer satisfaction" as it stands within a sentence. Capitals further on mean that it is a name
/// or an abbreviation ("Net Promoter Score", "CSAT"): then it stays.
pub(crate) fn within_sentence(title: &str) -> String {
    let mut letters = title.chars();
    match letters.next() {
        Some(first) if !letters.clone().any(char::is_uppercase) => first.to_lowercase().chain(letters).collect(),
        Some(_) | None => title.to_owned(),
    }
}

/// Whether a title is spoken with a vowel first (an) or a consonant (a). Abbreviations are spelled: an SLA, a QA score.
pub(crate) fn sound(title: &str) -> &'static str {
    let word: String = title.chars().take_while(|letter| letter.is_alphanumeric()).collect();
    let spelled = word.chars().count() > 1 && word.chars().all(|letter| !letter.is_lowercase());
    let vowels = if spelled { "AEFHILMNORSX8" } else { "AEIOUaeiou8" };
    if word.starts_with(|letter| vowels.contains(letter)) { "vowel" } else { "consonant" }
}
