//! Dates by pattern: day and month are never guessed.

use rules::Day;

use crate::tree::quoted;

/// What is taken of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Day,
    Month,
    Year,
}

impl Part {
    pub(super) const ALL: &[Part] = &[Part::Day, Part::Month, Part::Year];

    pub(super) fn code(self) -> &'static str {
        match self {
            Part::Day => "day",
            Part::Month => "month",
            Part::Year => "year",
        }
    }
}

/// How a column writes dates: `DD-MM-YYYY`, `M/D/YYYY`, `YYYY-MM-DD hh:mm:ss`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DatePattern {
    written: String,
    tokens: Vec<Token>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// Four digits.
    Year,
    /// Two digits, or one or two.
    Month { two: bool },
    /// Two digits, or one or two.
    Day { two: bool },
    /// Two digits of a time, which is not kept.
    Time,
    /// This letter.
    Letter(char),
}

impl DatePattern {
    /// Reads a pattern that has everything `part` needs.
    pub(super) fn new(written: &str, part: Part) -> Result<DatePattern, String> {
        let mut tokens = Vec::new();
        let mut rest = written;
        while let Some(letter) = rest.chars().next() {
            let run = rest.len() - rest.trim_start_matches(letter).len();
            tokens.push(match &rest[..run] {
                "YYYY" => Token::Year,
                "MM" | "M" => Token::Month { two: run == 2 },
                "DD" | "D" => Token::Day { two: run == 2 },
                "hh" | "mm" | "ss" => Token::Time,
                _ if letter.is_alphanumeric() && letter != 'T' && letter != 'Z' => {
                    return Err(format!(
                        "a pattern is made of YYYY, MM or M, DD or D, and hh, mm, ss, not {}",
                        &rest[..run]
                    ));
                }
                letters => {
                    tokens.extend(letters.chars().map(Token::Letter));
                    rest = &rest[run..];
                    continue;
                }
            });
            rest = &rest[run..];
        }
        let count = |is: fn(&Token) -> bool| tokens.iter().filter(|token| is(token)).count();
        let years = count(|token| matches!(token, Token::Year));
        let months = count(|token| matches!(token, Token::Month { .. }));
        let days = count(|token| matches!(token, Token::Day { .. }));
        if years != 1 || months > 1 || days > 1 {
            return Err("a pattern has YYYY once, and month and day at most once".to_owned());
        }
        match part {
            Part::Day if months == 0 || days == 0 => Err("a day needs a pattern with YYYY, MM and DD".to_owned()),
            Part::Month if months == 0 => Err("a month needs a pattern with YYYY and MM".to_owned()),
            Part::Day | Part::Month | Part::Year => Ok(DatePattern { written: written.to_owned(), tokens }),
        }
    }

    /// The day, month or year that a text says, as a bundle writes it.
    pub(super) fn read(&self, text: &str, part: Part) -> Result<String, String> {
        let error =
            || format!("a date is written {} in this column, and must exist, not {}", self.written, quoted(text));
        let (year, month, day) = self.parts(text).ok_or_else(error)?;
        // Where the pattern has no month or day, the first must do to judge the rest.
        let date = Day::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok_or_else(error)?;
        Ok(match part {
            Part::Day => date.to_string(),
            Part::Month => date.month().to_string(),
            Part::Year => format!("{year:04}"),
        })
    }

    fn parts(&self, text: &str) -> Option<(i32, Option<u32>, Option<u32>)> {
        let (mut year, mut month, mut day) = (None, None, None);
        let mut rest = text;
        for token in &self.tokens {
            match token {
                Token::Year => year = i32::try_from(digits(&mut rest, 4, 4)?).ok(),
                Token::Month { two } => month = Some(digits(&mut rest, if *two { 2 } else { 1 }, 2)?),
                Token::Day { two } => day = Some(digits(&mut rest, if *two { 2 } else { 1 }, 2)?),
                Token::Time => drop(digits(&mut rest, 2, 2)?),
                Token::Letter(letter) => rest = rest.strip_prefix(*letter)?,
            }
        }
        rest.is_empty().then_some((year?, month, day))
    }
}

/// Takes the number at the beginning of a text, of so many digits.
fn digits(text: &mut &str, least: usize, most: usize) -> Option<u32> {
    let length = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(length);
    *text = rest;
    if length < least { None } else { number.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::{DatePattern, Part};

    fn read(pattern: &str, text: &str) -> Option<String> {
        DatePattern::new(pattern, Part::Day).expect("a pattern").read(text, Part::Day).ok()
    }

    #[test]
    fn a_date_is_read_by_the_pattern_of_its_column_and_by_no_other() {
        let day = Some("2011-07-05".to_owned());
        for (pattern, text) in [
            ("DD-MM-YYYY", "05-07-2011"),
            ("MM-DD-YYYY", "07-05-2011"),
            ("YYYY/MM/DD", "2011/07/05"),
            ("D.M.YYYY", "5.7.2011"),
            ("D.M.YYYY", "05.07.2011"),
            ("M/D/YYYY", "7/5/2011"),
            ("YYYYMMDD", "20110705"),
            ("YYYY-MM-DDThh:mm:ssZ", "2011-07-05T09:30:00Z"),
            ("DD MM YYYY hh:mm", "05 07 2011 00:00"),
        ] {
            assert_eq!(read(pattern, text), day, "{pattern} {text}");
        }
        for (pattern, text) in [
            ("DD-MM-YYYY", "5-7-2011"),
            ("DD-MM-YYYY", "05/07/2011"),
            ("DD-MM-YYYY", "05-07-11"),
            ("DD-MM-YYYY", "05-07-2011 "),
            ("DD-MM-YYYY", "05-07-20111"),
            ("DD-MM-YYYY", "30-02-2011"),
            ("DD-MM-YYYY", "12-31-2011"),
            ("MM-DD-YYYY", "31-12-2011"),
            ("DD-MM-YYYY", "٠٥-07-2011"),
            ("DD-MM-YYYY", ""),
        ] {
            assert_eq!(read(pattern, text), None, "{pattern} {text}");
        }
    }

    #[test]
    fn a_refused_date_says_how_its_column_writes_them() {
        let pattern = DatePattern::new("DD-MM-YYYY", Part::Day).expect("a pattern");
        let said = pattern.read("31-02-2011", Part::Day);
        assert_eq!(
            said,
            Err("a date is written DD-MM-YYYY in this column, and must exist, not `31-02-2011`".to_owned())
        );
    }

    #[test]
    fn a_month_or_year_can_be_taken_of_a_date() {
        let pattern = DatePattern::new("DD-MM-YYYY", Part::Year).expect("a pattern");
        assert_eq!(pattern.read("05-07-1983", Part::Year).as_deref(), Ok("1983"));
        assert_eq!(pattern.read("05-07-1983", Part::Month).as_deref(), Ok("1983-07"));
        let month = DatePattern::new("MM/YYYY", Part::Month).expect("a pattern");
        assert_eq!(month.read("07/1983", Part::Month).as_deref(), Ok("1983-07"));
    }

    #[test]
    fn a_pattern_that_leaves_a_doubt_is_refused() {
        for pattern in
            ["", "DD-MM-YY", "DD-MM", "MM/YYYY", "YYYY", "DD-DD-YYYY", "YYYY-YYYY-MM-DD", "tt.mm.jjjj", "DDD YYYY"]
        {
            assert!(DatePattern::new(pattern, Part::Day).is_err(), "{pattern}");
        }
    }
}
