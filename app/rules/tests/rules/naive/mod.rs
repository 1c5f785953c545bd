//! The judge: the rules read clause by clause and evaluated on each single day, with no calculus and no hurry.
//!
//! It shares nothing with the engine but the plain types. What the engine reads off timelines, it finds by asking
//! the same question of one day after the other. A [`Fault`] plants one classic mistake, so that a test can show
//! that the comparison would notice it.

mod days;
mod fault;
mod kinds;
mod known;
mod lead;
mod person;
mod plan;
mod progress;
mod states;
mod tree;
mod version;

use rules::{Day, Facts, Ladder, NextVersion, TrackId, TrackVersion};

use crate::answer::Answer;
use person::Person;
use version::Judged;

pub(crate) use fault::Fault;
pub(crate) use plan::{Start, candidates, first_day_with};

/// The whole answer by the version in force on the day; none where none is in force, or nobody was hired yet.
pub(crate) fn assess(case: Question<'_>) -> Option<Answer> {
    let versions = &case.ladder.track(case.track).versions;
    let in_force = versions.iter().filter(|version| version.effective_from <= case.as_of);
    let later = versions.iter().filter(|version| version.effective_from > case.as_of);
    let judging = in_force.max_by_key(|version| version.effective_from)?;
    let next = if case.fault == Some(Fault::NextVersionIsTheLast) {
        later.max_by_key(|version| version.effective_from)
    } else {
        later.min_by_key(|version| version.effective_from)
    };
    case.answer(judging, next)
}

/// The same by the version that the caller names, which is taken for the only one.
pub(crate) fn assess_under(case: Question<'_>, effective_from: Day) -> Option<Answer> {
    let versions = &case.ladder.track(case.track).versions;
    let named = versions.iter().find(|version| version.effective_from == effective_from)?;
    case.answer(named, None)
}

/// Who is asked about, on which track, on which day, and with which mistake planted.
#[derive(Clone, Copy)]
pub(crate) struct Question<'a> {
    pub(crate) ladder: &'a Ladder,
    pub(crate) facts: &'a Facts,
    pub(crate) track: TrackId,
    pub(crate) as_of: Day,
    pub(crate) fault: Option<Fault>,
}

impl Question<'_> {
    fn answer(self, judging: &TrackVersion, next: Option<&TrackVersion>) -> Option<Answer> {
        let person = Person::known(self)?;
        let judged = Judged::new(&person, judging);
        let mut answer = judged.answer();
        let mut stale: Vec<Day> = judged.stale_days();
        stale.extend(known::dates_that_make_stale(self.facts, self.as_of));
        if let Some(next) = next {
            let then = Judged::new(&person, next);
            let decision = then.answer().decision;
            answer.decision.next_version = Some(NextVersion {
                effective_from: next.effective_from,
                status: decision.status,
                earliest_on: decision.earliest_on,
            });
            stale.push(next.effective_from);
            stale.extend(then.stale_days());
        }
        answer.decision.stale_on = stale.into_iter().min();
        Some(answer)
    }
}
