//! Days as people type them.

use rules::{Day, Month};

use crate::English;

impl English {
    /// The day that somebody typed: "2027-02-28", "28 Feb 2027", "February 28, 2027", "28/2/2027". None where it is no
    /// day, and where day and month could be taken for each other: that is never guessed.
    pub fn typed_day(&self, text: &str) -> Option<Day> {
        if let Ok(day) = text.trim().parse() {
            return Some(day);
        }
        let between = |letter: char| letter.is_whitespace() || ",./-".contains(letter);
        let parts: Vec<&str> = text.split(between).filter(|part| !part.is_empty()).collect();
        let [one, other, year] = parts.as_slice() else { return None };
        let year = year.parse().ok().filter(|year| (1000..10_000).contains(year))?;
        let (month, day) = match (one.parse::<u32>(), other.parse::<u32>()) {
            (Ok(day), Err(_)) => (self.month_named(other)?, day),
            (Err(_), Ok(day)) => (self.month_named(one)?, day),
            (Ok(day), Ok(month)) if day > 12 || day == month => (month, day),
            (Ok(month), Ok(day)) if day > 12 => (month, day),
            (Ok(_), Ok(_)) | (Err(_), Err(_)) => return None,
        };
        Day::new(year, month, day)
    }

    /// The month whose short name a word begins with.
    fn month_named(&self, word: &str) -> Option<u32> {
        let word = word.to_lowercase();
        (1..=12).find(|month| {
            let said = Month::new(2000, *month).map(|month| self.month(month).to_lowercase()).unwrap_or_default();
            said.split_whitespace().next().is_some_and(|short| word.starts_with(short))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::English;

    #[test]
    fn a_day_is_taken_as_people_write_it() {
        let words = English::new();
        let plain = ["2027-02-28", " 28 Feb 2027", "28 february 2027", "February 28, 2027", "28/2/2027", "28.02.2027"];
        for text in plain.into_iter().chain(["2/28/2027"]) {
            assert_eq!(words.typed_day(text).map(|day| day.to_string()).as_deref(), Some("2027-02-28"), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_or_could_be_two_is_not_guessed() {
        let words = English::new();
        for text in ["", "31 Feb 2027", "3/4/2027", "28 Feb", "28 Feb 27", "tomorrow", "28 Fe 2027", "1 2 3 4"] {
            assert_eq!(words.typed_day(text), None, "{text}");
        }
    }
}
