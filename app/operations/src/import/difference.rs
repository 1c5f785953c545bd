//! What a feed says of a person, against what is known: what is recorded, what is superseded, what stands against it.

use std::collections::{BTreeMap, BTreeSet};

use model::{Body, ChangeId, EmployeeId, Fact, FactId, FactKind, KnownFact, Origin};
use rules::Day;
use store::{Conflict, Ids, NewFact, Revised};

use super::history::{self, Edit};
use super::outcome::{Line, What};

/// Where a fact stands: at most one of a kind and key is current.
pub(super) type Place = (FactKind, String);

/// What is known of a person.
pub(super) struct Known {
    pub(super) revised: Revised,
    pub(super) current: BTreeMap<Place, (Origin, KnownFact)>,
    /// What feeds said last, where that is not what is current.
    pub(super) said: BTreeMap<Place, Said>,
}

/// What a feed said last.
pub(super) struct Said {
    pub(super) body: Body,
    pub(super) told_in: ChangeId,
    /// Whether it was told as a conflict.
    pub(super) is_told: bool,
}

/// What changes.
#[derive(Default)]
pub(super) struct Difference {
    pub(super) insert: Vec<NewFact>,
    pub(super) supersede: Vec<FactId>,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) counts: BTreeMap<(FactKind, What), u64>,
    pub(super) unchanged: BTreeMap<FactKind, u64>,
    pub(super) lines: Vec<Line>,
    /// The row of `employees.csv` that holds afterwards.
    pub(super) employee: Body,
}

impl Difference {
    pub(super) fn is_empty(&self) -> bool {
        self.insert.is_empty() && self.supersede.is_empty() && self.conflicts.is_empty()
    }

    /// Takes out what is to be written, of each at most so many.
    pub(super) fn take_some(&mut self, most: usize) -> Difference {
        Difference {
            insert: take_some(&mut self.insert, most),
            supersede: take_some(&mut self.supersede, most),
            conflicts: take_some(&mut self.conflicts, most),
            ..Difference::default()
        }
    }
}

fn take_some<T>(from: &mut Vec<T>, most: usize) -> Vec<T> {
    let rest = from.split_off(most.min(from.len()));
    std::mem::replace(from, rest)
}

/// Whose difference it is, and by what it is found.
#[derive(Clone, Copy)]
pub(super) struct Whose<'a> {
    pub(super) id: EmployeeId,
    pub(super) number: &'a str,
    /// The kinds of which the feed is the whole truth.
    pub(super) replace: &'a BTreeSet<FactKind>,
    /// Whether every line is told, not conflicts alone.
    pub(super) tells_all: bool,
    /// Those of what is recorded.
    pub(super) ids: &'a Ids,
    pub(super) today: Day,
}

/// Compares all that a feed says of a person with what is known.
pub(super) fn difference(whose: Whose<'_>, facts: Vec<Fact>, known: Option<&Known>) -> Difference {
    let places = match known {
        Some(_) => facts.iter().map(|fact| (fact.kind, fact.key.clone())).collect(),
        None => BTreeSet::new(),
    };
    let mut comparing = Comparing { whose, known, places, gone: BTreeSet::new(), found: Difference::default() };
    if let Some((_, known)) = comparing.current(&(FactKind::Employee, String::new())) {
        comparing.found.employee = known.fact.body.clone();
    }
    for fact in facts {
        comparing.fact(fact);
    }
    if known.is_some() {
        comparing.replace_bookings();
        comparing.settle_history();
        comparing.end_what_is_gone();
    }
    comparing.found
}

/// What is known, and what the feed says.
type Bodies<'b> = (Option<&'b Body>, Option<&'b Body>);

struct Comparing<'a> {
    whose: Whose<'a>,
    known: Option<&'a Known>,
    /// Where the feed says something.
    places: BTreeSet<Place>,
    /// What is known and was superseded without the feed saying something of it.
    gone: BTreeSet<FactId>,
    found: Difference,
}

impl<'a> Comparing<'a> {
    fn current(&self, place: &Place) -> Option<&'a (Origin, KnownFact)> {
        self.known.and_then(|known| known.current.get(place))
    }

    /// What the feed said of it last, and whether that was told as a conflict.
    fn said(&self, place: &Place) -> Option<(&'a Body, bool)> {
        let said = self.known.and_then(|known| known.said.get(place));
        let said_then = |said: &'a Said| (&said.body, said.is_told);
        match self.current(place) {
            Some((Origin::Import, fact)) => match said {
                Some(said) if said.told_in >= fact.recorded_in => Some(said_then(said)),
                Some(_) | None => Some((&fact.fact.body, false)),
            },
            Some((Origin::Account | Origin::Move, _)) | None => said.map(said_then),
        }
    }

    /// Here wins until the feed's own value changes.
    fn fact(&mut self, fact: Fact) {
        let place = (fact.kind, fact.key.clone());
        let current = self.current(&place);
        let here = current.map(|(_, known)| &known.fact.body);
        let said = self.said(&place);
        match (current, said) {
            (None, None) => self.record(fact, What::Added, &[]),
            (Some(_), Some((last, _))) if here == Some(&fact.body) && *last == fact.body => {
                *self.found.unchanged.entry(fact.kind).or_default() += 1;
            }
            (Some((_, known)), _) if known.fact.body == fact.body => {
                self.found.supersede.push(known.id);
                self.record(fact, What::Confirmed, &[]);
            }
            (Some((Origin::Move, known)), None) if agrees(&fact, &known.fact.body) => {
                *self.found.unchanged.entry(fact.kind).or_default() += 1;
            }
            (_, Some((last, is_told))) if *last == fact.body => self.conflict(fact, is_told),
            (Some(_), None) => self.conflict(fact, false),
            (None, Some(_)) => self.record(fact, What::Added, &[]),
            (Some((_, known)), Some((last, _))) => self.correct(fact, known, last),
        }
    }

    /// The feed's own value changed: it wins, but for what it left as it was and what was corrected here.
    fn correct(&mut self, fact: Fact, known: &KnownFact, last: &Body) {
        let merged = match fact.kind {
            FactKind::Employee => merged(&known.fact.body, last, &fact.body),
            _ => fact.body.clone(),
        };
        if merged == known.fact.body {
            return self.conflict(fact, false);
        }
        let columns = differing(&known.fact.body, &merged);
        self.found.supersede.push(known.id);
        let (kind, key) = (fact.kind, fact.key.clone());
        if merged != fact.body {
            self.conflict(fact, false);
        }
        self.record(Fact { kind, key, body: merged }, What::Corrected, &columns);
    }

    fn conflict(&mut self, fact: Fact, is_told: bool) {
        let current = self.current(&(fact.kind, fact.key.clone()));
        let columns = current.map(|(_, known)| differing(&known.fact.body, &fact.body)).unwrap_or_default();
        let here = current.map(|(_, known)| &known.fact.body);
        self.line(What::Conflict, fact.kind, &fact.key, &columns, (here, Some(&fact.body)));
        if !is_told {
            let Fact { kind, key, body } = fact;
            self.found.conflicts.push(Conflict { employee: self.whose.id, kind, key, body });
        }
    }

    fn record(&mut self, fact: Fact, what: What, columns: &[String]) {
        if fact.kind == FactKind::Employee {
            self.found.employee = fact.body.clone();
        }
        let here = self.current(&(fact.kind, fact.key.clone())).map(|(_, known)| &known.fact.body);
        self.line(what, fact.kind, &fact.key, columns, (here, Some(&fact.body)));
        self.found.insert.push(NewFact { id: self.whose.ids.next(), employee: self.whose.id, fact });
    }

    fn line(&mut self, what: What, kind: FactKind, key: &str, columns: &[String], bodies: Bodies<'_>) {
        *self.found.counts.entry((kind, what)).or_default() += 1;
        if !self.whose.tells_all && what != What::Conflict {
            return;
        }
        let told = |body: Option<&Body>| match (kind, body) {
            (FactKind::Pay | FactKind::Identity, _) | (_, None) => Body::new(),
            (_, Some(body)) => {
                let is_told = |column: &String| columns.is_empty() || columns.contains(column);
                body.iter().filter(|(column, _)| is_told(column)).map(|(c, v)| (c.clone(), v.clone())).collect()
            }
        };
        let (before, after) = (told(bodies.0), told(bodies.1));
        let name = self.found.employee.get("full_name").cloned().unwrap_or_default();
        let (number, key, columns) = (self.whose.number.to_owned(), key.to_owned(), columns.to_vec());
        self.found.lines.push(Line { what, number, kind, key, columns, name, before, after });
    }

    fn end(&mut self, known: &KnownFact, what: What) {
        if self.gone.insert(known.id) {
            self.line(what, known.fact.kind, &known.fact.key, &[], (Some(&known.fact.body), None));
            self.found.supersede.push(known.id);
        }
    }

    /// What is current of a kind and not in the feed.
    fn not_in_the_feed(&self, kind: FactKind) -> Vec<&'a (Origin, KnownFact)> {
        let current = self.known.into_iter().flat_map(|known| &known.current);
        let missing = current.filter(|(place, _)| place.0 == kind && !self.places.contains(*place));
        missing.map(|(_, known)| known).collect()
    }

    /// A completion replaces the booking.
    fn replace_bookings(&mut self) {
        let is = |body: &Body, status: &str| body.get("status").is_some_and(|value| value == status);
        let new = self.found.insert.iter().map(|new| &new.fact).filter(|fact| fact.kind == FactKind::Training);
        let courses: Vec<String> = new
            .filter(|fact| is(&fact.body, "completed"))
            .filter_map(|fact| fact.body.get("course").cloned())
            .collect();
        for (_, known) in self.not_in_the_feed(FactKind::Training) {
            let body = &known.fact.body;
            if is(body, "enrolled") && body.get("course").is_some_and(|course| courses.contains(course)) {
                self.end(known, What::Ended);
            }
        }
    }

    /// What the feed's rows mean for the assignments that are known and not among them.
    fn settle_history(&mut self) {
        let missing = self.not_in_the_feed(FactKind::Assignment);
        if self.places.iter().any(|(kind, _)| *kind == FactKind::Assignment) {
            let own: Vec<&Body> = self
                .found
                .insert
                .iter()
                .map(|new| &new.fact)
                .filter(|fact| fact.kind == FactKind::Assignment)
                .map(|fact| &fact.body)
                .collect();
            let contradicted: Vec<_> = missing
                .into_iter()
                .filter(|(origin, known)| {
                    *origin == Origin::Import && own.iter().any(|body| history::overlap(body, &known.fact.body))
                })
                .collect();
            contradicted.into_iter().for_each(|(_, known)| self.end(known, What::Corrected));
            return;
        }
        if self.whose.replace.contains(&FactKind::Assignment) {
            return;
        }
        let Some((_, before)) = self.current(&(FactKind::Employee, String::new())) else { return };
        let known: Vec<&KnownFact> = missing.into_iter().map(|(_, known)| known).collect();
        let after = self.found.employee.clone();
        for edit in history::follow(&before.fact.body, &after, &known, self.whose.today) {
            match edit {
                Edit::Supersede(known) => self.end(known, What::Corrected),
                Edit::Record(fact) => self.record(fact, What::Added, &[]),
            }
        }
    }

    /// Of a replaced kind, what the feed has no more ends; what it never had, and was recorded here, stands.
    fn end_what_is_gone(&mut self) {
        for kind in self.whose.replace {
            for (origin, known) in self.not_in_the_feed(*kind) {
                let place = (*kind, known.fact.key.clone());
                let was_fed = *origin == Origin::Import || self.said(&place).is_some();
                match kind {
                    FactKind::Employee => self.leave(known),
                    _ if was_fed => self.end(known, What::Ended),
                    _ => {}
                }
            }
        }
    }

    /// A person who is gone from the whole truth of `employees.csv` has left, the day before at the latest.
    fn leave(&mut self, known: &KnownFact) {
        let Some(body) = history::left(&known.fact.body, self.whose.today) else { return };
        self.found.supersede.push(known.id);
        self.record(Fact { body, ..known.fact.clone() }, What::Ended, &["left_on".to_owned()]);
    }
}

/// Whether an assignment says nothing else than the one that a move opened here: a feed may leave out where, and under
/// whom.
fn agrees(fed: &Fact, here: &Body) -> bool {
    let same = |(column, value): (&String, &String)| here.get(column) == Some(value);
    fed.kind == FactKind::Assignment
        && fed.body.iter().all(same)
        && fed.body.contains_key("ended_on") == here.contains_key("ended_on")
}

/// Columns that only make sense together.
const TOGETHER: &[&str] = &["hired_on", "left_on", "job", "job_started_on", "employment"];

/// What holds after the feed changed from `last` to `fed`, where `here` was corrected since: by column.
fn merged(here: &Body, last: &Body, fed: &Body) -> Body {
    let mut merged = fed.clone();
    let columns: BTreeSet<&String> = here.keys().chain(fed.keys()).collect();
    let together_changed = TOGETHER.iter().any(|column| last.get(*column) != fed.get(*column));
    for column in columns {
        let changed = match TOGETHER.contains(&column.as_str()) {
            true => together_changed,
            false => last.get(column) != fed.get(column),
        };
        if changed {
            continue;
        }
        match here.get(column) {
            Some(value) => merged.insert(column.clone(), value.clone()),
            None => merged.remove(column),
        };
    }
    merged
}

/// The columns in which two rows differ.
fn differing(one: &Body, other: &Body) -> Vec<String> {
    let columns: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    columns.into_iter().filter(|column| one.get(*column) != other.get(*column)).cloned().collect()
}
