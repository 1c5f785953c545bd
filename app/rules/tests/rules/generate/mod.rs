//! People and criteria made up at random, with a liking for the days on which rules go wrong.

mod draw;
mod ladder;
mod person;
mod print;
mod scenario;

use proptest::strategy::Strategy;
use rules::{Change, Day, Facts, Ladder, TrackId};

use crate::naive::{Fault, Question};

pub(crate) use draw::Draw;

/// Somebody, what is asked of people, and a day.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) ladder: Ladder,
    pub(crate) facts: Facts,
    pub(crate) as_of: Day,
}

/// The track that cases are about; the other one only has waivers.
pub(crate) const TRACK: TrackId = TrackId(0);
pub(crate) const OTHER_TRACK: TrackId = TrackId(1);

impl Case {
    pub(crate) fn question(&self) -> Question<'_> {
        self.question_with(None)
    }

    /// The question to a judge who makes that mistake.
    pub(crate) fn question_with(&self, fault: Option<Fault>) -> Question<'_> {
        Question { ladder: &self.ladder, facts: &self.facts, track: TRACK, as_of: self.as_of, fault }
    }

    fn drawn(draw: &mut Draw) -> Case {
        let as_of = draw.as_of();
        let ladder = ladder::ladder(draw, as_of);
        let facts = person::person(draw, as_of);
        Case { ladder, facts, as_of }
    }
}

/// Cases that shrink: a case is made of a list of numbers, and shorter lists of smaller numbers make simpler cases.
pub(crate) fn cases() -> impl Strategy<Value = Case> {
    drawing(Case::drawn)
}

/// A case and facts that happen only after its day.
pub(crate) fn cases_with_a_future() -> impl Strategy<Value = (Case, Facts)> {
    drawing(|draw| {
        let case = Case::drawn(draw);
        let future = person::future(draw, case.as_of);
        (case, future)
    })
}

/// A case and what is assumed of days so many months around its own.
pub(crate) fn cases_with_changes(back: i32, ahead: i32) -> impl Strategy<Value = (Case, Vec<Change>)> {
    drawing(move |draw| {
        let case = Case::drawn(draw);
        let changes = scenario::changes(draw, case.as_of, back, ahead);
        (case, changes)
    })
}

fn drawing<T: std::fmt::Debug>(make: impl Fn(&mut Draw) -> T) -> impl Strategy<Value = T> {
    proptest::collection::vec(proptest::num::u32::ANY, 0..1600).prop_map(move |numbers| make(&mut Draw::new(numbers)))
}
