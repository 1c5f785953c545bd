//! The form of what is done to several: its strings as they came, and what they ask.

use model::{NominationAct, Reason, Refusal, Said};
use operations::nominations::Decision;
use rules::Day;
use words::English;

use crate::form::{self, Faults};

/// What can be done to several.
pub(super) const ACTS: &[NominationAct] = &[NominationAct::TakeUp, NominationAct::Approve, NominationAct::Decline];

/// The form as it came.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) act: String,
    pub(super) on: String,
    pub(super) why: String,
    pub(super) reasons: Vec<String>,
    pub(super) next: String,
}

/// Its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Chosen,
    Act,
    On,
    Why,
    Reasons,
    Next,
}

/// What is wrong with one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    NoAct,
    DayMissing,
    NoDay(String),
    Refused(Refusal),
}

impl form::Field for Field {
    fn name(self) -> &'static str {
        match self {
            Field::Chosen => super::chosen::CHOSEN,
            Field::Act => "act",
            Field::On => "on",
            Field::Why => "why",
            Field::Reasons => "reasons",
            Field::Next => "next",
        }
    }
}

impl Fault {
    pub(super) fn say(self, words: &English) -> String {
        match self {
            Fault::NoAct => words.review_decide_act_missing(),
            Fault::DayMissing => words.form_day_missing(),
            Fault::NoDay(text) => words.form_no_day(text),
            Fault::Refused(refusal) => words.refusal(&refusal),
        }
    }
}

impl Typed {
    pub(super) fn of(form: &[(String, String)]) -> Typed {
        let all = |field: Field| {
            let name = form::Field::name(field);
            form.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.clone())
        };
        let one = |field: Field| all(field).next().unwrap_or_default();
        Typed {
            act: one(Field::Act),
            on: one(Field::On),
            why: one(Field::Why),
            reasons: all(Field::Reasons).collect(),
            next: one(Field::Next),
        }
    }

    /// What of it has to be sent again to mean the same.
    pub(super) fn fields(&self) -> Vec<(&'static str, String)> {
        let name = form::Field::name;
        let one = [
            (name(Field::Act), self.act.clone()),
            (name(Field::On), self.on.clone()),
            (name(Field::Why), self.why.clone()),
            (name(Field::Next), self.next.clone()),
        ];
        one.into_iter().chain(self.reasons.iter().map(|code| (name(Field::Reasons), code.clone()))).collect()
    }

    /// What is to be done, or all that is wrong with it.
    pub(super) fn parse(&self, words: &English, today: Day) -> Result<Decision, Faults<Field, Fault>> {
        let act = ACTS.iter().copied().find(|act| act.code() == self.act);
        match act {
            Some(NominationAct::TakeUp) => Ok(Decision::TakeUp),
            Some(NominationAct::Approve) => {
                let mut faults = Faults::none();
                let on = faults.read(Field::On, self.day(words, today));
                faults.or(on.map(|on| Decision::Approve { on, said: Said::words(&self.why) }))
            }
            Some(_) => {
                let reasons = self.reasons.iter().filter_map(|code| Reason::from_code(code)).collect();
                let said = Said { reasons, words: self.next.clone() };
                let missing = |act| Fault::Refused(Refusal::ReasonMissing { act });
                let mut faults = Faults::none();
                if said.reasons.is_empty() {
                    faults.note(Field::Reasons, missing(NominationAct::Decline));
                }
                if said.words.trim().is_empty() {
                    faults.note(Field::Next, Fault::Refused(Refusal::NothingWritten));
                }
                faults.or(Some(Decision::Decline { said }))
            }
            None => Err(Faults::one(Field::Act, Fault::NoAct)),
        }
    }

    fn day(&self, words: &English, today: Day) -> Result<Day, Fault> {
        match self.on.trim() {
            "" => Err(Fault::DayMissing),
            text => match words.typed_day(text) {
                None => Err(Fault::NoDay(text.to_owned())),
                Some(on) if on < today => Err(Fault::Refused(Refusal::DayPassed { on })),
                Some(on) => Ok(on),
            },
        }
    }
}
