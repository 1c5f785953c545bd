//! The same people, exported in any dialect, come in as the same people.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rules::{Day, Decimal};

use super::map;

/// Somebody as an export tells of them.
#[derive(Clone, Debug)]
struct Somebody {
    first: String,
    last: String,
    hired_on: Day,
    pay: Decimal,
    /// Which of the others is the manager: one before.
    manager: Option<usize>,
}

/// How an export is written.
#[derive(Clone, Debug)]
struct Dialect {
    delimiter: (&'static str, char),
    encoding: &'static str,
    date: &'static str,
    number: &'static str,
    /// Which way round managers' names are.
    last_first: bool,
}

impl Dialect {
    fn date(&self, day: Day) -> String {
        let (year, month, day) = day.ymd();
        let two = |number: u32| format!("{number:02}");
        let pattern =
            self.date.replace("YYYY", &format!("{year:04}")).replace("MM", &two(month)).replace("DD", &two(day));
        pattern.replace('M', &month.to_string()).replace('D', &day.to_string())
    }

    fn number(&self, number: Decimal) -> String {
        let text = number.to_string();
        let (whole, part) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
        let (thousands, decimal) = match self.number {
            "1.234,56" => (".", ","),
            "1,234.56" => (",", "."),
            "1 234,56" => ("\u{a0}", ","),
            "1234,56" => ("", ","),
            _ => ("", "."),
        };
        let groups: Vec<&str> = (0..whole.len().div_ceil(3))
            .rev()
            .map(|group| &whole[whole.len().saturating_sub(3 * group + 3)..whole.len() - 3 * group])
            .collect();
        let part = part.map(|part| format!("{decimal}{part}")).unwrap_or_default();
        format!("{}{part}", groups.join(thousands))
    }

    fn name(&self, somebody: &Somebody) -> String {
        let Somebody { first, last, .. } = somebody;
        if self.last_first { format!("{last}, {first}") } else { format!("{first} {last}") }
    }

    fn mapping(&self) -> String {
        let Dialect { delimiter: (delimiter, _), encoding, date, number, .. } = self;
        format!(
            "[export]\ndelimiter = \"{delimiter}\"\nencoding = \"{encoding}\"\n[employees]\nemployee_number = \"no\"\n\
             full_name = {{ column = \"name\", name = \"Last, First\" }}\n\
             hired_on = {{ column = \"hired\", date = \"{date}\" }}\njob = {{ constant = \"csr\" }}\n\
             annual_pay = {{ column = \"pay\", number = \"{number}\" }}\n\
             manager_number = {{ column = \"boss\", by_name = true }}\n"
        )
    }

    fn export(&self, people: &[Somebody]) -> Vec<u8> {
        let quoted = |field: &str| format!("\"{}\"", field.replace('"', "\"\""));
        let delimiter = self.delimiter.1.to_string();
        let mut lines = vec![["no", "name", "hired", "pay", "boss"].join(&delimiter)];
        for (at, somebody) in people.iter().enumerate() {
            let name = format!(" {},{}  ", somebody.last, somebody.first);
            let boss = somebody.manager.map(|boss| self.name(&people[boss])).unwrap_or_default();
            let fields = [at.to_string(), name, self.date(somebody.hired_on), self.number(somebody.pay), boss];
            lines.push(fields.map(|field| quoted(&field)).join(&delimiter));
        }
        let text = lines.join("\r\n");
        match self.encoding {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            label => {
                encoding_rs::Encoding::for_label(label.as_bytes()).expect("an encoding").encode(&text).0.into_owned()
            }
        }
    }
}

fn dialect() -> impl Strategy<Value = Dialect> {
    let delimiter = select(vec![(",", ','), (";", ';'), ("|", '|'), ("tab", '\t')]);
    let encoding = select(vec!["utf-8", "utf-16le", "windows-1252", "iso-8859-15"]);
    let date = select(vec!["DD-MM-YYYY", "YYYY/MM/DD", "MM/DD/YYYY", "D.M.YYYY", "M/D/YYYY", "YYYYMMDD"]);
    let number = select(vec!["1234.56", "1,234.56", "1234,56", "1.234,56", "1 234,56"]);
    (delimiter, encoding, date, number, any::<bool>()).prop_map(|(delimiter, encoding, date, number, last_first)| {
        Dialect { delimiter, encoding, date, number, last_first }
    })
}

/// Names differ by their last, which has the place in it: whom a manager's name means is never in doubt.
fn people() -> impl Strategy<Value = Vec<Somebody>> {
    let somebody =
        ("[A-ZÄÉ][a-zäößé]{1,6}( [A-Z])?", "[A-ZÜ][a-zñ]{2,8}", 0..30_000, 0..2_000_000_000_i64, any::<usize>());
    vec(somebody, 1..12).prop_map(|people| {
        let somebody = |(at, (first, last, days, cents, boss)): (usize, (String, String, i32, i64, usize))| Somebody {
            first,
            last: format!("{last}{}", "q".repeat(at + 1)),
            hired_on: Day::FIRST.plus_days(700_000 + days),
            pay: Decimal::from_units(cents * 100),
            manager: boss.checked_rem(at).filter(|_| boss % 4 != 0),
        };
        people.into_iter().enumerate().map(somebody).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn people_come_in_the_same_whatever_dialect_they_are_exported_in(people in people(), dialect in dialect()) {
        let (mapped, folder) = map(&dialect.mapping(), &dialect.export(&people)).expect("it is mapped");
        prop_assert_eq!(&mapped.refused, &[]);
        prop_assert_eq!(mapped.taken as usize, people.len());
        let ladder = files::read_ladder("[[job]]\ncode = \"csr\"\n", "ladder.toml").expect("a ladder");
        let bundle = files::Bundle::open(&folder.path().join("bundle")).expect("it opens");
        let checked = bundle.check(&ladder, &mut |_| {}).expect("it is taken");
        for (at, person) in checked.people().enumerate() {
            let (employee, somebody) = (person.expect("it is read").employee, &people[at]);
            prop_assert_eq!(employee.employee_number, at.to_string());
            prop_assert_eq!(employee.full_name, format!("{} {}", somebody.first, somebody.last));
            prop_assert_eq!(employee.hired_on, somebody.hired_on);
            prop_assert_eq!(employee.annual_pay, Some(somebody.pay));
            let manager = employee.manager_number.map(String::from);
            prop_assert_eq!(manager, somebody.manager.map(|boss| boss.to_string()));
        }
    }
}
