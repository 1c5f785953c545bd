//! Numbers by example: which sign is the decimal one is never guessed.

use crate::tree::quoted;

/// How a column writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberPattern {
    /// As the mapping names it.
    example: &'static str,
    thousands: Option<char>,
    decimal: char,
}

impl NumberPattern {
    pub(super) const ALL: &[NumberPattern] = &[
        NumberPattern { example: "1234.56", thousands: None, decimal: '.' },
        NumberPattern { example: "1,234.56", thousands: Some(','), decimal: '.' },
        NumberPattern { example: "1'234.56", thousands: Some('\''), decimal: '.' },
        NumberPattern { example: "1234,56", thousands: None, decimal: ',' },
        NumberPattern { example: "1.234,56", thousands: Some('.'), decimal: ',' },
        NumberPattern { example: "1 234,56", thousands: Some(' '), decimal: ',' },
    ];

    pub(super) fn code(self) -> &'static str {
        self.example
    }

    /// The number that a text says, as a bundle writes it.
    pub(super) fn read(self, text: &str) -> Result<String, String> {
        self.plain(text)
            .ok_or_else(|| format!("a number is written as in {} in this column, not {}", self.example, quoted(text)))
    }

    fn plain(self, text: &str) -> Option<String> {
        let (sign, unsigned) = match text.strip_prefix('-') {
            Some(unsigned) => ("-", unsigned),
            None => ("", text),
        };
        let (whole, part) = match unsigned.split_once(self.decimal) {
            Some((whole, part)) => (whole, Some(part)),
            None => (unsigned, None),
        };
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !part.is_none_or(is_digits) {
            return None;
        }
        let whole = self.without_thousands(whole).filter(|whole| is_digits(whole))?;
        Some(match part {
            Some(part) => format!("{sign}{whole}.{part}"),
            None => format!("{sign}{whole}"),
        })
    }

    /// Groups are of three digits but for the first, or there are none.
    fn without_thousands(self, whole: &str) -> Option<String> {
        let Some(thousands) = self.thousands else { return Some(whole.to_owned()) };
        // Where blanks part the thousands, they may be of the kind that does not break.
        let whole = whole.replace(['\u{a0}', '\u{202f}'], " ");
        let mut groups = whole.split(thousands);
        let first = groups.next()?;
        let mut rest = groups.clone();
        let grouped = groups.next().is_some();
        let sound = !grouped || (1..=3).contains(&first.len()) && rest.all(|group| group.len() == 3);
        sound.then(|| whole.split(thousands).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::NumberPattern;

    fn read(example: &str, text: &str) -> Option<String> {
        let pattern = NumberPattern::ALL.iter().find(|pattern| pattern.code() == example).expect("a pattern");
        pattern.read(text).ok()
    }

    #[test]
    fn every_example_is_read_by_its_own_pattern_as_the_same_number() {
        for pattern in NumberPattern::ALL {
            assert_eq!(pattern.read(pattern.code()).as_deref(), Ok("1234.56"), "{}", pattern.code());
            assert_eq!(pattern.read("-7").as_deref(), Ok("-7"));
        }
    }

    #[test]
    fn a_number_of_another_pattern_is_refused_and_not_misread() {
        assert_eq!(read("1,234.56", "12,345,678"), Some("12345678".to_owned()));
        assert_eq!(read("1 234,56", "1\u{a0}234,5"), Some("1234.5".to_owned()));
        for (example, text) in [
            ("1234.56", "1,234.56"),
            ("1,234.56", "1.234,56"),
            ("1,234.56", "1,23"),
            ("1,234.56", ",123"),
            ("1.234,56", "1,234.56"),
            ("1.234,56", "91.5"),
            ("1234,56", "1234.56"),
            ("1234,56", "12,"),
            ("1234,56", ""),
            ("1234,56", "-"),
            ("1234,56", "$5"),
        ] {
            assert_eq!(read(example, text), None, "{example} {text}");
        }
    }
}
