//! Days and months as people type them.

use rules::{Day, Month};

/// The names of the months in the reader's language, from January; their first three letters tell them apart.
pub(crate) type MonthNames = [String];

/// `2027-01-15`, `15 Jan 2027`, `Jan 15, 2027`, with the month's name cut short or in full. Days written with three
/// numbers in another order are not guessed at: half the world would mean another day.
pub(crate) fn day(text: &str, names: &MonthNames) -> Option<Day> {
    if let Ok(day) = text.trim().parse() {
        return Some(day);
    }
    let parts = parts(text);
    let (day, month, year) = match parts.as_slice() {
        [a, b, year] if number(a).is_some() => (number(a)?, named(b, names)?, year),
        [a, b, year] => (number(b)?, named(a, names)?, year),
        _ => return None,
    };
    Day::new(i32::try_from(whole_year(year)?).ok()?, month, day)
}

/// `2027-01`, `Jan 2027`, and any day of the month.
pub(crate) fn month(text: &str, names: &MonthNames) -> Option<Month> {
    if let Ok(month) = text.trim().parse() {
        return Some(month);
    }
    match parts(text).as_slice() {
        [name, year] => Month::new(i32::try_from(whole_year(year)?).ok()?, named(name, names)?),
        _ => day(text, names).map(Day::month),
    }
}

fn parts(text: &str) -> Vec<&str> {
    text.split(|letter: char| letter.is_whitespace() || letter == ',').filter(|part| !part.is_empty()).collect()
}

fn number(text: &str) -> Option<u32> {
    let short = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if short { text.parse().ok() } else { None }
}

/// A year of four digits: whoever writes 27 may mean the day.
fn whole_year(text: &str) -> Option<u32> {
    number(text).filter(|_| text.len() == 4)
}

fn named(text: &str, names: &MonthNames) -> Option<u32> {
    let text = text.trim_end_matches('.');
    // Whatever the case of A to Z. That of all other letters would be the largest table that the browser loads.
    let begins = |long: &str, short: &str| long.get(..short.len()).is_some_and(|long| long.eq_ignore_ascii_case(short));
    let is_meant = |name: &String| text.chars().count() >= 3 && (begins(text, name) || begins(name, text));
    let at = names.iter().position(is_meant)?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn a_day_is_read_however_it_is_typed() {
        let fifteenth: Day = "2027-01-15".parse().unwrap();
        for text in ["2027-01-15", "15 Jan 2027", "15 january 2027", "Jan 15, 2027", " 15  Jan.  2027 "] {
            assert_eq!(day(text, &names()), Some(fifteenth), "{text}");
        }
    }

    #[test]
    fn what_could_be_two_days_is_none() {
        for text in ["", "1/2/2027", "01.02.2027", "15 Jan 27", "31 Feb 2027", "15 Ja 2027", "15 Jan 2027 10:00"] {
            assert_eq!(day(text, &names()), None, "{text}");
        }
    }

    #[test]
    fn a_month_is_read_however_it_is_typed() {
        let january: Month = "2027-01".parse().unwrap();
        for text in ["2027-01", "Jan 2027", "January 2027", "2027-01-15", "15 Jan 2027"] {
            assert_eq!(month(text, &names()), Some(january), "{text}");
        }
        assert_eq!(month("Jan", &names()), None);
    }
}
