//! A nomination: somebody proposes an employee for a track, and people decide. Its states, the only legal acts, and what
//! must happen first where an act is not one of them.

mod act;
mod audience;
mod evidence;
pub mod letter;
mod reason;
mod refusal;
mod state;
mod table;

use rules::Day;

use crate::{AccountId, EmployeeId, FactId, NominationId};

pub use act::NominationAct;
pub use audience::{Audience, told_of};
pub use evidence::{Attention, Frozen, Moment};
pub use letter::LetterKind;
pub use reason::{Reason, Said};
pub use refusal::Refusal;
pub use state::{Closing, State};
pub use table::ROWS;

/// How many days a manager has to answer to interest, and a candidate to a proposal.
pub const DAYS_TO_ANSWER: i32 = 14;
/// How many days a candidate has to appeal.
pub const DAYS_TO_APPEAL: i32 = 30;

/// A person on the way to a track's job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nomination {
    /// Which one.
    pub id: NominationId,
    /// The candidate.
    pub employee: EmployeeId,
    /// The code of the track.
    pub track: String,
    /// Where it stands.
    pub state: State,
    /// Since which day.
    pub since_on: Day,
    /// The last day on which the answer that it waits for may come.
    pub answer_by: Option<Day>,
    /// Who knows of it beside who writes it.
    pub told: Told,
    /// Whose it is: who started it, or endorsed the interest. Empty while it is interest alone.
    pub nominator: Option<AccountId>,
    /// For whom the nominator stood in.
    pub on_behalf_of: Option<EmployeeId>,
    /// Why this person, and which facts of the record say so.
    pub case: Case,
    /// The day on which the candidate is to be eligible: the day it was proposed, or a cut-off.
    pub asked_on: Option<Day>,
    /// Who took it up for review.
    pub reviewer: Option<AccountId>,
    /// Who decided.
    pub decider: Option<AccountId>,
    /// Of an approved one: the first day in the new job.
    pub effective_on: Option<Day>,
    /// What may be done once was.
    pub once: Once,
    /// What was frozen last.
    pub frozen: Option<Frozen>,
    /// Why an approved one could not take effect, and is in review again.
    pub reopened_for: Option<Closing>,
    /// Counts every save, from 1: the number that a save shows, and what a later one must name.
    pub revision: i64,
}

/// The case for a candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// In the nominator's words.
    pub text: String,
    /// The facts that were picked from the record.
    pub facts: Vec<FactId>,
}

/// Who knows of a nomination beside its nominator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The candidate, and who leads them.
    pub candidate: bool,
    /// HR.
    pub hr: bool,
}

/// What a candidate may do once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Once {
    /// Asked HR after the manager had declined.
    pub asked_hr: bool,
    /// Appealed.
    pub appealed: bool,
}

impl Case {
    /// Whether there is no word in it.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Nomination {
    /// What somebody begins: a manager a draft, an employee interest.
    pub fn begin(
        id: NominationId,
        (employee, track): (EmployeeId, &str),
        act: NominationAct,
        today: Day,
    ) -> Result<Nomination, Refusal> {
        let state = State::after(None, act)?;
        Ok(Nomination {
            id,
            employee,
            track: track.to_owned(),
            state,
            since_on: today,
            answer_by: state.answer_by(today),
            told: Told::default().after(state),
            nominator: None,
            on_behalf_of: None,
            case: Case::default(),
            asked_on: None,
            reviewer: None,
            decider: None,
            effective_on: None,
            once: Once::default(),
            frozen: None,
            reopened_for: None,
            revision: 1,
        })
    }

    /// The same after an act on a day, where the act is legal: what the table says, in time, and not twice what may be
    /// done once. Whose act it is says policy; whether the candidate has earned it, the rules.
    pub fn after(&self, act: NominationAct, today: Day) -> Result<Nomination, Refusal> {
        let state = State::after(Some(self.state), act)?;
        if let Some(last) = self.last_day_of(act).filter(|last| today > *last) {
            return Err(Refusal::TooLate { act, last });
        }
        if let Some(first) = self.first_day_of(act).filter(|first| today < *first) {
            return Err(Refusal::TooEarly { act, first });
        }
        let mut next = Nomination { revision: self.revision + 1, ..self.clone() };
        let done_before = match act {
            NominationAct::AskHr => std::mem::replace(&mut next.once.asked_hr, true),
            NominationAct::Appeal => std::mem::replace(&mut next.once.appealed, true),
            _ => false,
        };
        if done_before {
            return Err(Refusal::OnceOnly { act });
        }
        if state != self.state {
            (next.state, next.since_on) = (state, today);
            next.answer_by = state.answer_by(today);
            next.told = self.told.after(state);
            next.reopened_for = None;
        }
        Ok(next)
    }

    /// The last day on which a candidate may appeal.
    pub fn appeal_by(&self) -> Option<Day> {
        (self.state == State::Closed(Closing::Declined)).then(|| self.since_on.plus_days(DAYS_TO_APPEAL))
    }

    fn last_day_of(&self, act: NominationAct) -> Option<Day> {
        match (self.state, act) {
            (State::Interest, NominationAct::Endorse | NominationAct::DeclineInterest)
            | (State::Proposed, NominationAct::Consent | NominationAct::Refuse) => self.answer_by,
            (_, NominationAct::Appeal) => self.appeal_by(),
            // Before the effective day: on it, it takes effect.
            (_, NominationAct::CallOff) => self.effective_on.map(|day| day.plus_days(-1)),
            _ => None,
        }
    }

    fn first_day_of(&self, act: NominationAct) -> Option<Day> {
        match act {
            NominationAct::Lapse => self.answer_by.map(|day| day.plus_days(1)),
            NominationAct::TakeEffect | NominationAct::Reopen => self.effective_on,
            _ => None,
        }
    }
}

impl Told {
    /// Whoever was told stays so.
    fn after(self, state: State) -> Told {
        let (candidate, hr) = match state {
            State::Draft => (false, false),
            State::Interest | State::Proposed => (true, false),
            State::InterestWithHr
            | State::Submitted
            | State::InReview
            | State::Approved
            | State::Effective
            | State::Appealed => (true, true),
            State::Closed(_) => (false, false),
        };
        Told { candidate: self.candidate || candidate, hr: self.hr || hr }
    }
}
