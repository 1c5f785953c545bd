//! The form's fields, its address, and the changes they mean. A change is four fields in a row, `what` first; a link
//! holds them all: `?what=course:bar-raiser&on=2027-01-15&what=language:de&on=2027-03-01&value=B2&day=2027-06-01`.

use rules::{Change, Day, Entry, Ladder, LanguageTag, Level, Month};

use super::typed_day::{self, MonthNames};

/// At most so many changes at once.
pub(crate) const MOST_CHANGES: usize = 12;
/// At most so many months ahead, and back.
const FARTHEST_MONTHS: u32 = 120;

/// One change as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ChangeFields {
    /// `certification:CODE`, `course:CODE`, `language:TAG`, `metric:CODE` or `leave`; empty is no change.
    pub(crate) what: String,
    /// The day, or the first day or month.
    pub(crate) on: String,
    /// The last day of a leave, the last month of a metric.
    pub(crate) until: String,
    /// The level of a language, the value of a metric.
    pub(crate) value: String,
}

/// The whole form as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    pub(crate) changes: Vec<ChangeFields>,
    /// A later day to look at.
    pub(crate) day: String,
}

/// What is not right about a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It names nothing that the ladder knows.
    UnknownWhat,
    /// It is no day.
    NoDay,
    /// It is no month.
    NoMonth,
    /// It comes before the first one.
    BeforeFirst,
    /// It lies too far from today.
    TooFar,
    /// It is no level.
    NoLevel,
    /// It is no number.
    NoNumber,
    /// It has gone by.
    NotLater,
    /// There are more changes than can be looked at together.
    TooMany,
}

impl Fault {
    /// Every one, in the order of the words for them.
    pub(crate) const ALL: &[Fault] = &[
        Fault::UnknownWhat,
        Fault::NoDay,
        Fault::NoMonth,
        Fault::BeforeFirst,
        Fault::TooFar,
        Fault::NoLevel,
        Fault::NoNumber,
        Fault::NotLater,
        Fault::TooMany,
    ];

    /// As the words select on it.
    #[cfg(feature = "ssr")]
    pub(crate) fn code(self) -> &'static str {
        match self {
            Fault::UnknownWhat => "unknown_what",
            Fault::NoDay => "no_day",
            Fault::NoMonth => "no_month",
            Fault::BeforeFirst => "before_first",
            Fault::TooFar => "too_far",
            Fault::NoLevel => "no_level",
            Fault::NoNumber => "no_number",
            Fault::NotLater => "not_later",
            Fault::TooMany => "too_many",
        }
    }
}

/// Which field it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    What,
    On,
    Until,
    Value,
    Day,
}

/// A field of a change (by its place), or of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) change: usize,
    pub(crate) field: Field,
    pub(crate) fault: Fault,
}

/// What the fields mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scenario {
    pub(crate) changes: Vec<Change>,
    pub(crate) day: Option<Day>,
}

impl Fields {
    /// From the pairs of a query, in their order; others are passed over. A change of nothing keeps its place.
    pub(crate) fn from_pairs<'p>(pairs: impl IntoIterator<Item = (&'p str, &'p str)>) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in pairs {
            let value = value.to_owned();
            match (name, fields.changes.last_mut()) {
                ("what", _) => fields.changes.push(ChangeFields { what: value, ..ChangeFields::default() }),
                ("on", Some(change)) => change.on = value,
                ("until", Some(change)) => change.until = value,
                ("value", Some(change)) => change.value = value,
                ("day", _) => fields.day = value,
                _ => {}
            }
        }
        fields
    }

    /// What was typed into a field.
    pub(crate) fn typed(&self, problem: Problem) -> &str {
        let change = self.changes.get(problem.change);
        match problem.field {
            Field::What => change.map_or("", |change| &change.what),
            Field::On => change.map_or("", |change| &change.on),
            Field::Until => change.map_or("", |change| &change.until),
            Field::Value => change.map_or("", |change| &change.value),
            Field::Day => &self.day,
        }
    }

    /// What they mean, or everything that is wrong with them.
    pub(crate) fn parse(&self, ladder: &Ladder, as_of: Day, names: &MonthNames) -> Result<Scenario, Vec<Problem>> {
        let mut scenario = Scenario::default();
        let mut problems = Vec::new();
        for (at, fields) in self.changes.iter().enumerate().filter(|(_, fields)| !fields.what.is_empty()) {
            let reading = Reading { fields, ladder, as_of, names };
            match reading.change() {
                Ok(change) if scenario.changes.len() < MOST_CHANGES => scenario.changes.push(change),
                Ok(_) => problems.push(Problem { change: at, field: Field::What, fault: Fault::TooMany }),
                Err((field, fault)) => problems.push(Problem { change: at, field, fault }),
            }
        }
        if !self.day.trim().is_empty() {
            match typed_day::day(&self.day, names) {
                None => problems.push(Problem { change: 0, field: Field::Day, fault: Fault::NoDay }),
                Some(day) if day <= as_of => {
                    problems.push(Problem { change: 0, field: Field::Day, fault: Fault::NotLater });
                }
                Some(day) if is_far(as_of, day) => {
                    problems.push(Problem { change: 0, field: Field::Day, fault: Fault::TooFar });
                }
                Some(day) => scenario.day = Some(day),
            }
        }
        if problems.is_empty() { Ok(scenario) } else { Err(problems) }
    }
}

fn is_far(as_of: Day, day: Day) -> bool {
    day > as_of.plus_months(FARTHEST_MONTHS) || as_of > day.plus_months(FARTHEST_MONTHS)
}

/// One change on the way from its fields to what it means.
struct Reading<'f> {
    fields: &'f ChangeFields,
    ladder: &'f Ladder,
    as_of: Day,
    names: &'f MonthNames,
}

type Wrong = (Field, Fault);

impl Reading<'_> {
    fn change(&self) -> Result<Change, Wrong> {
        let catalogue = &self.ladder.catalogue;
        let unknown = (Field::What, Fault::UnknownWhat);
        let (kind, code) = self.fields.what.split_once(':').unwrap_or((&self.fields.what, ""));
        match kind {
            "certification" => {
                let certification =
                    place(&catalogue.certifications, code).map(rules::CertificationId).ok_or(unknown)?;
                Ok(Change::Certification { certification, issued_on: self.on()? })
            }
            "course" => {
                let course = place(&catalogue.courses, code).map(rules::CourseId).ok_or(unknown)?;
                Ok(Change::Course { course, completed_on: self.on()? })
            }
            "language" => {
                let language = LanguageTag::new(code).ok_or(unknown)?;
                let level = Level::from_code(self.fields.value.trim()).ok_or((Field::Value, Fault::NoLevel))?;
                Ok(Change::Language { language, level, assessed_on: self.on()? })
            }
            "metric" => {
                let metric = place(&catalogue.metrics, code).map(rules::MetricId).ok_or(unknown)?;
                let value = self.fields.value.trim().parse().map_err(|_| (Field::Value, Fault::NoNumber))?;
                let (first, last) = self.months()?;
                Ok(Change::Results { metric, first, last, value })
            }
            "leave" => {
                let started_on = self.on()?;
                let ended_on = self.day(Field::Until, &self.fields.until)?;
                if ended_on < started_on {
                    return Err((Field::Until, Fault::BeforeFirst));
                }
                Ok(Change::Leave { started_on, ended_on })
            }
            _ => Err(unknown),
        }
    }

    fn on(&self) -> Result<Day, Wrong> {
        self.day(Field::On, &self.fields.on)
    }

    fn day(&self, field: Field, text: &str) -> Result<Day, Wrong> {
        let day = typed_day::day(text, self.names).ok_or((field, Fault::NoDay))?;
        if is_far(self.as_of, day) { Err((field, Fault::TooFar)) } else { Ok(day) }
    }

    /// Without a last month it is the first one alone.
    fn months(&self) -> Result<(Month, Month), Wrong> {
        let month = |field, text| {
            let month = typed_day::month(text, self.names).ok_or((field, Fault::NoMonth))?;
            if is_far(self.as_of, month.first_day()) { Err((field, Fault::TooFar)) } else { Ok(month) }
        };
        let first = month(Field::On, &self.fields.on)?;
        let until = self.fields.until.trim();
        let last = if until.is_empty() { first } else { month(Field::Until, until)? };
        if last < first { Err((Field::Until, Fault::BeforeFirst)) } else { Ok((first, last)) }
    }
}

/// Where a code stands in a list of the catalogue.
fn place<E: Entry>(entries: &[E], code: &str) -> Option<u16> {
    let at = entries.iter().position(|entry| entry.code() == code)?;
    u16::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(' ').map(str::to_owned).collect()
    }

    fn ladder() -> Ladder {
        let mut ladder = Ladder::default();
        let course = |code: &str| rules::Course { code: code.into(), title: code.to_owned(), lead_days: None };
        ladder.catalogue.courses = vec![course("onboarding"), course("bar-raiser")];
        ladder
    }

    fn parsed(query: &str) -> Result<Scenario, Vec<Problem>> {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        Fields::from_pairs(pairs).parse(&ladder(), "2026-11-22".parse().unwrap(), &names())
    }

    #[test]
    fn a_link_holds_any_number_of_changes_in_their_order() {
        let scenario =
            parsed("what=course:bar-raiser&on=2027-01-15&what=leave&on=1 Feb 2027&until=3 Feb 2027&day=").unwrap();
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(
            scenario.changes,
            [
                Change::Course { course: rules::CourseId(1), completed_on: day("2027-01-15") },
                Change::Leave { started_on: day("2027-02-01"), ended_on: day("2027-02-03") },
            ]
        );
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once_and_where() {
        let wrong = parsed(
            "what=course:nonsense&on=2027-01-15&what=language:de&on=2027-01-15&value=D7&what=leave&on=2027-02-03&until=2027-02-01&day=2020-01-01",
        );
        let problem = |change, field, fault| Problem { change, field, fault };
        assert_eq!(
            wrong.unwrap_err(),
            [
                problem(0, Field::What, Fault::UnknownWhat),
                problem(1, Field::Value, Fault::NoLevel),
                problem(2, Field::Until, Fault::BeforeFirst),
                problem(0, Field::Day, Fault::NotLater),
            ]
        );
    }

    #[test]
    fn more_than_can_be_looked_at_together_is_said_to_be_too_much() {
        let query = vec!["what=course:bar-raiser&on=2027-01-15"; MOST_CHANGES + 1].join("&");
        let too_many = Problem { change: MOST_CHANGES, field: Field::What, fault: Fault::TooMany };
        assert_eq!(parsed(&query), Err(vec![too_many]));
        assert!(parsed("what=course:bar-raiser&on=2060-01-15").is_err(), "farther than anybody plans");
    }
}
