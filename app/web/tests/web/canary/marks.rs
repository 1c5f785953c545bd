//! The cast, with a mark in every field that is not for everybody: found in a text, it says whose and which it is.

use std::collections::BTreeMap;

use files::{ConductRow, LeaveRow, Person};
use rules::{ConductAction, Day, Decimal, Leave};
use words::English;

use crate::read::holds_word;
use crate::site::TODAY;

/// What is kept of a person and is not for everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Field {
    Name,
    Unit,
    Rating,
    Result,
    Email,
    LeaveKind,
    CredentialNumber,
    Proof,
    ConductKind,
    /// A day on which the record of their conduct changes.
    ConductDay,
    SignInName,
    /// Why their account was closed.
    Reason,
    Pay,
    Currency,
    Gender,
    BirthYear,
    /// What a reviewer noted of their nomination.
    ReviewNote,
    /// Why a reviewer of their nomination stands aside.
    Recusal,
}

/// How the people stand to each other: number, manager, site. From the top down.
const TREE: &[(&str, &str, &str)] = &[
    ("1001", "", "north"),
    ("1002", "1001", "north"),
    ("1024", "1001", "north"),
    ("1020", "1001", "south"),
    ("1003", "1002", "north"),
    ("1014", "1002", "south"),
    ("1023", "1002", "north"),
    ("1005", "1003", "south"),
    ("1010", "1003", "north"),
    ("1004", "1024", "north"),
    ("1008", "1024", "north"),
    ("1012", "1024", "north"),
    ("1016", "1024", "south"),
    ("1006", "1020", "south"),
    ("1021", "1020", "south"),
];

/// Somebody of the company, by what relations go by.
#[derive(Clone, Debug)]
pub(super) struct Marked {
    pub(super) number: String,
    pub(super) manager: String,
    pub(super) site: String,
}

/// Everybody, and what would give them away.
pub(super) struct Marks {
    pub(super) people: Vec<Marked>,
    words: BTreeMap<String, (usize, Field)>,
    days: Vec<(String, usize)>,
}

/// The first day of a year in which nothing else happens to anybody.
const CONDUCT_FROM: &str = "2025-04-02";

/// The company, and its marks.
pub(super) fn company() -> (Vec<Person>, Marks) {
    let today: Day = TODAY.parse().unwrap();
    let cast = demo::cast(today, files::default_ladder());
    let mut marks = Marks { people: Vec::new(), words: BTreeMap::new(), days: Vec::new() };
    let mut people = Vec::new();
    for (at, (number, manager, site)) in TREE.iter().enumerate() {
        let mut person = cast.iter().find(|one| one.employee.employee_number == *number).unwrap().clone();
        person.employee.manager_number = (!manager.is_empty()).then(|| (*manager).into());
        person.employee.place.site = Some((*site).into());
        marks.people.push(Marked { number: (*number).into(), manager: (*manager).into(), site: (*site).into() });
        mark(&mut person, at, &mut marks);
        people.push(person);
    }
    (people, marks)
}

fn mark(person: &mut Person, at: usize, marks: &mut Marks) {
    let units = i64::try_from(at + 1).unwrap() * 10;
    let mut word = |field, text: String| -> String {
        // What is found are words: the first of an address, the last of a path.
        let key = text.split('@').next().unwrap().rsplit('/').next().unwrap().to_lowercase();
        assert!(marks.words.insert(key, (at, field)).is_none_or(|before| before == (at, field)), "{text} is two marks");
        text
    };
    let employee = &mut person.employee;
    employee.full_name = word(Field::Name, format!("Mkname{at:02}"));
    employee.email = Some(word(Field::Email, format!("mkmail{at:02}@halden.example")));
    employee.place.unit = Some(word(Field::Unit, format!("Mkunit{at:02}")).into());
    employee.annual_pay = Some(word(Field::Pay, (7_310_100 + at).to_string()).parse().unwrap());
    let letter = char::from(b'A' + u8::try_from(at).unwrap());
    employee.currency = Some(word(Field::Currency, format!("QX{letter}")).into());
    employee.gender = Some(word(Field::Gender, format!("mkgender{at:02}")).into());
    let born: u16 = word(Field::BirthYear, (9101 + at).to_string()).parse().unwrap();
    employee.birth_year = Some(born);
    word(Field::SignInName, sign_in_name(at));
    word(Field::Reason, format!("mkreason{at:02}"));
    for row in &mut person.credentials {
        row.credential_id = Some(word(Field::CredentialNumber, format!("mkcredential{at:02}")));
        row.evidence_url = Some(word(Field::Proof, format!("https://evidence.example/mkproof{at:02}")));
    }
    for row in &mut person.reviews {
        row.rating = Decimal::from_units(row.rating.units() + units);
        word(Field::Rating, row.rating.to_string());
    }
    for row in &mut person.results {
        row.value = Decimal::from_units(row.value.units() + units);
        word(Field::Result, row.value.to_string());
    }
    let started_on = "2025-03-25".parse().unwrap();
    let leave = Leave { started_on, ended_on: Some(started_on), counts_toward_tenure: true };
    person.leaves = vec![LeaveRow { kind: word(Field::LeaveKind, format!("mkleave{at:02}")).into(), leave }];
    let first: Day = CONDUCT_FROM.parse().unwrap();
    let issued_on = first.plus_days(i32::try_from(at).unwrap() * 2);
    let kind = word(Field::ConductKind, format!("mkconduct{at:02}")).into();
    person.conduct.push(ConductRow { kind, action: ConductAction { issued_on, closed_on: Some(issued_on) } });
    let words = English::new();
    // Until the day before, or from that day on: either tells.
    for day in [issued_on.previous(), issued_on] {
        marks.days.push((day.to_string(), at));
        marks.days.push((words.date(day), at));
    }
}

/// By what somebody signs in.
pub(super) fn sign_in_name(at: usize) -> String {
    format!("mksign{at:02}@halden.example")
}

impl Marks {
    /// Registers a word as somebody's.
    pub(super) fn add(&mut self, text: &str, at: usize, field: Field) {
        self.words.insert(text.to_lowercase(), (at, field));
    }

    /// Whose marks a text holds, and which.
    pub(super) fn in_text(&self, text: &str) -> Vec<(usize, Field)> {
        let mut found: Vec<(usize, Field)> = Vec::new();
        // An id is made of digits by chance.
        let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '.' && letter != '-');
        let words = words.filter(|word| word.parse::<uuid::Uuid>().is_err()).flat_map(|word| word.split('-'));
        let numbers = text.split(|letter: char| !letter.is_ascii_digit() && letter != ',');
        let words = words.map(|word| word.trim_matches('.').to_lowercase());
        // With its thousands apart; a comma that only follows is the next cell's.
        let is_grouped = |text: &&str| text.contains(',') && text.split(',').skip(1).all(|group| group.len() == 3);
        let numbers = numbers.map(|text| text.trim_matches(',')).filter(is_grouped).map(|text| text.replace(',', ""));
        found.extend(words.chain(numbers).filter_map(|word| self.words.get(word.as_str()).copied()));
        for (year, _) in text.match_indices(&CONDUCT_FROM[..4]) {
            // A day is written around its year.
            let around = text[..year].char_indices().rev().nth(7).map_or(0, |(at, _)| at);
            let until = text[year..].char_indices().nth(11).map_or(text.len(), |(at, _)| year + at);
            let days = self.days.iter().filter(|(day, _)| holds_word(&text[around..until], day));
            found.extend(days.map(|(_, at)| (*at, Field::ConductDay)));
        }
        found.sort();
        found.dedup();
        found
    }
}

#[test]
fn a_mark_is_found_however_it_is_written() {
    let (_, marks) = company();
    for text in [
        "7310101",
        "<td>7,310,101</td>",
        "pay=7310101.",
        "a,7310101,b",
        "x 3 Apr 2025",
        "\"2025-04-03\"",
        "Qxb",
        "9102",
        "data-props=\"{&quot;gender&quot;:&quot;mkgender01&quot;}\"",
        "mkmail01@halden.example",
        "/mkproof01",
    ] {
        assert_eq!(marks.in_text(text).iter().map(|(at, _)| *at).collect::<Vec<_>>(), [1], "{text}");
    }
    for text in [
        "17310101",
        "13 Apr 2025 is nobody's, 2025-04-30 neither",
        "91020",
        "mkgender",
        "0190-9102a",
        "01a2027b-d680-7dc3-9102-a10e7a4054bc",
    ] {
        let found = marks.in_text(text);
        assert!(found.iter().all(|(at, _)| *at != 1), "{text}: {found:?}");
    }
}
