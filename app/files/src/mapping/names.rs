//! People by name: "Last, First" and "First Last", with or without middle initials.

use std::collections::HashMap;

use compact_str::CompactString;

/// "First Last" of "Last, First"; `None` where there is not one comma with a name on either side.
pub(super) fn first_last(name: &str) -> Option<String> {
    let (last, first) = name.split_once(',')?;
    let (last, first) = (blanks_collapsed(last), blanks_collapsed(first));
    let sound = !last.is_empty() && !first.is_empty() && !first.contains(',');
    sound.then(|| format!("{first} {last}"))
}

/// Without blanks around, and with one where there are several.
pub(super) fn blanks_collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who has which name.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Places in `people`, by name without initials in the middle.
    places: HashMap<CompactString, Vec<u32>>,
    people: Vec<Named>,
}

#[derive(Debug)]
struct Named {
    name: CompactString,
    number: CompactString,
}

/// Whom a name means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meant<'a> {
    /// This employee number.
    One(&'a str),
    /// Nobody.
    Nobody,
    /// These, and which of them cannot be told.
    Several(Vec<&'a str>),
}

impl Names {
    /// Adds somebody. There are no more people than employee numbers fit into memory: far below 2^32.
    pub(super) fn add(&mut self, name: &str, number: &str) {
        let words = words(name);
        let place = self.people.len() as u32;
        self.places.entry(without_initials(&words).into()).or_default().push(place);
        self.people.push(Named { name: words.join(" ").into(), number: number.into() });
    }

    /// Whom a name means: whoever has just this name; else whoever has it but for a middle initial that one side
    /// leaves out.
    pub(super) fn find(&self, name: &str) -> Meant<'_> {
        let words = words(name);
        let whole = words.join(" ");
        let places = self.places.get(without_initials(&words).as_str()).map(Vec::as_slice).unwrap_or_default();
        let near: Vec<&Named> = places.iter().map(|place| &self.people[*place as usize]).collect();
        let exact: Vec<&Named> = near.iter().copied().filter(|named| named.name == whole).collect();
        let agreeing =
            || near.iter().copied().filter(|named| initials_agree(&self::words(&named.name), &words)).collect();
        let meant: Vec<&Named> = if exact.is_empty() { agreeing() } else { exact };
        match meant[..] {
            [] => Meant::Nobody,
            [named] => Meant::One(&named.number),
            _ => Meant::Several(meant.iter().map(|named| named.number.as_str()).collect()),
        }
    }
}

/// The words of a name in speaking order, in small letters, without points.
fn words(name: &str) -> Vec<String> {
    let spoken = first_last(name);
    let spoken = spoken.as_deref().unwrap_or(name).to_lowercase();
    spoken
        .split(|letter: char| letter.is_whitespace() || letter == '.')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// The initials between the first word and the last.
fn initials(words: &[String]) -> Vec<&str> {
    let middle = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
    middle.iter().map(String::as_str).filter(|word| is_initial(word)).collect()
}

fn without_initials(words: &[String]) -> String {
    let last = words.len().saturating_sub(1);
    let kept = words.iter().enumerate().filter(|(at, word)| *at == 0 || *at == last || !is_initial(word));
    kept.map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(" ")
}

/// Whether one of the two leaves its initials out, or both have the same.
fn initials_agree(one: &[String], other: &[String]) -> bool {
    let (one, other) = (initials(one), initials(other));
    one.is_empty() || other.is_empty() || one == other
}

#[cfg(test)]
mod tests {
    use super::{Meant, Names, first_last};

    fn names(people: &[(&str, &str)]) -> Names {
        let mut names = Names::default();
        for (name, number) in people {
            names.add(name, number);
        }
        names
    }

    #[test]
    fn last_first_is_turned_round_with_a_blank_after_the_comma_or_none() {
        assert_eq!(first_last("Varga, Ilse M").as_deref(), Some("Ilse M Varga"));
        assert_eq!(first_last("Varga,Ilse").as_deref(), Some("Ilse Varga"));
        assert_eq!(first_last(" von  Amsel ,  Jo ").as_deref(), Some("Jo von Amsel"));
        for odd in ["Ilse Varga", "Varga,", ", Ilse", "Varga, Ilse, MD", ""] {
            assert_eq!(first_last(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_name_finds_its_person_either_way_round_and_with_or_without_the_initial() {
        let names = names(&[("Ilse M Varga", "1"), ("Jo von Amsel", "2"), ("Leigh Ann Petrov", "3")]);
        for (name, number) in [
            ("Ilse M. Varga", "1"),
            ("Ilse Varga", "1"),
            ("VARGA, Ilse", "1"),
            ("Varga,Ilse M", "1"),
            ("Jo K. von Amsel", "2"),
            ("Leigh Ann Petrov", "3"),
        ] {
            assert_eq!(names.find(name), Meant::One(number), "{name}");
        }
        for name in ["Ilse K. Varga", "Leigh Petrov", "Amsel Jo von", "Varga", ""] {
            assert_eq!(names.find(name), Meant::Nobody, "{name}");
        }
    }

    #[test]
    fn a_name_that_several_have_means_none_of_them_unless_one_has_it_exactly() {
        let names = names(&[("Ilse M Varga", "1"), ("Ilse K Varga", "2"), ("Jo Amsel", "3"), ("Jo Amsel", "4")]);
        assert_eq!(names.find("Ilse Varga"), Meant::Several(vec!["1", "2"]));
        assert_eq!(names.find("Ilse K. Varga"), Meant::One("2"));
        assert_eq!(names.find("Amsel, Jo"), Meant::Several(vec!["3", "4"]));
    }
}
