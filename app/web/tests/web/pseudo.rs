//! Two languages that nobody speaks, made from the English: a long one and one that runs from right to left. They are
//! for tests alone. Neither has an ASCII letter, so that whatever has one on a page did not come from the word files.

use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use words::{ENGLISH, English};

/// A language that nobody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pseudo {
    /// Accents, and four letters where there were three.
    Long,
    /// Arabic letters.
    RightToLeft,
}

impl Pseudo {
    pub(crate) const ALL: [Pseudo; 2] = [Pseudo::Long, Pseudo::RightToLeft];

    /// Its tag, as pages say it; `XA` and `XB` are nowhere.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Pseudo::Long => "en-XA",
            Pseudo::RightToLeft => "ar-XB",
        }
    }

    /// Where its lines begin.
    pub(crate) fn direction(self) -> &'static str {
        match self {
            Pseudo::Long => "ltr",
            Pseudo::RightToLeft => "rtl",
        }
    }

    /// A text in it.
    pub(crate) fn text(self, english: &str) -> String {
        let mut text = String::new();
        for letter in english.chars() {
            let Some(at) = "abcdefghijklmnopqrstuvwxyz".find(letter.to_ascii_lowercase()) else {
                text.push(letter);
                continue;
            };
            let (small, large) = ("áƀçďéƒĝĥíĵķļɱñóƥɋŕšţúṽŵẋýž", "ÁƁÇĎÉƑĜĤÍĴĶĻṀÑÓƤɊŔŠŢÚṼŴẊÝŽ");
            let alphabet = match self {
                Pseudo::Long if letter.is_ascii_uppercase() => large,
                Pseudo::Long => small,
                Pseudo::RightToLeft => "ابتثجحخدذرزسشصضطظعغفقكلمنه",
            };
            let other = alphabet.chars().nth(at).unwrap();
            text.push(other);
            if self == Pseudo::Long && "aeiounst".contains(letter) {
                text.push(other);
            }
        }
        text
    }

    /// All sentences in it.
    pub(crate) fn words(self) -> English {
        let mut file = fluent_syntax::parser::parse(ENGLISH.to_owned()).unwrap();
        for entry in &mut file.body {
            let Entry::Message(message) = entry else { continue };
            let value = message.value.as_mut().unwrap();
            match message.id.name.as_str() {
                "page-language" => say(value, self.tag()),
                "page-direction" => say(value, self.direction()),
                _ => self.pattern(value),
            }
        }
        English::worded(&fluent_syntax::serializer::serialize(&file))
    }

    fn pattern(self, pattern: &mut Pattern<String>) {
        for element in &mut pattern.elements {
            match element {
                PatternElement::TextElement { value } => *value = self.text(value),
                PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                    variants.iter_mut().for_each(|variant| self.pattern(&mut variant.value));
                }
                PatternElement::Placeable { expression: Expression::Inline(_) } => {}
            }
        }
    }
}

fn say(pattern: &mut Pattern<String>, text: &str) {
    pattern.elements = vec![PatternElement::TextElement { value: text.to_owned() }];
}

/// What people and ladders are called in these tests: the same, in Greek letters, which are nobody's words.
pub(crate) fn greek(text: &str) -> String {
    let letters: Vec<char> = "αβγδεζηθικλμνξοπρστυφχψωϊϋ".chars().collect();
    let other = |letter: char| match letter {
        'a'..='z' | 'A'..='Z' => letters[usize::from(letter.to_ascii_lowercase() as u8 - b'a')],
        other => other,
    };
    text.chars().map(other).collect()
}

#[test]
fn the_long_language_is_long_and_the_other_runs_the_other_way() {
    let english = "We cannot tell. It asks for evidence of 3 months; 1 of 3 is on record.";
    let long = Pseudo::Long.text(english);
    let longer = long.chars().count() * 100 / english.chars().count();
    assert!((130..150).contains(&longer), "{longer} %: {long}");
    assert!(long.chars().all(|letter| !letter.is_ascii_alphabetic()), "{long}");
    let other = Pseudo::RightToLeft.text(english);
    assert!(other.chars().all(|letter| !letter.is_alphabetic() || ('\u{600}'..'\u{700}').contains(&letter)), "{other}");
    for pseudo in Pseudo::ALL {
        assert_eq!(
            (pseudo.words().page_language(), pseudo.words().page_direction()),
            (pseudo.tag().to_owned(), pseudo.direction().to_owned())
        );
    }
}
