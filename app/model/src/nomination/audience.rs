//! Who is told of what is done to a nomination: the last column of the workflow's table.

use super::{NominationAct, State};

/// Somebody who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// The employee it is about.
    Candidate,
    /// The candidate's direct manager.
    Manager,
    /// Whose it is.
    Nominator,
    /// The HR partners of the candidate's site.
    Partners,
    /// The HR leads.
    Leads,
    /// Who took it up.
    Reviewer,
    /// Who decided.
    Decider,
}

/// Who is told of an act that leads from a state. Who acted knows, and is told of nothing.
pub const fn told_of(act: NominationAct, from: Option<State>) -> &'static [Audience] {
    use Audience::{Candidate, Decider, Leads, Manager, Nominator, Partners, Reviewer};
    const ALL_INVOLVED: &[Audience] = &[Candidate, Nominator, Partners, Reviewer, Decider];
    match act {
        NominationAct::Start | NominationAct::EditCase | NominationAct::Discard => &[],
        NominationAct::ShowInterest => &[Manager],
        NominationAct::Endorse | NominationAct::DeclineInterest => &[Candidate],
        NominationAct::AskHr => &[Partners, Manager],
        NominationAct::Propose => &[Candidate],
        NominationAct::Consent => &[Nominator, Partners],
        NominationAct::Refuse => &[Nominator],
        NominationAct::Lapse => match from {
            Some(State::Interest) => &[Partners, Candidate, Manager],
            _ => &[Candidate, Nominator],
        },
        NominationAct::TakeUp => &[Nominator, Candidate],
        NominationAct::Withdraw => match from {
            Some(State::Interest | State::InterestWithHr) => &[Manager],
            _ => ALL_INVOLVED,
        },
        NominationAct::Return => &[Nominator],
        NominationAct::Decline => &[Candidate, Nominator],
        NominationAct::Approve | NominationAct::CallOff | NominationAct::TakeEffect | NominationAct::Reopen => {
            ALL_INVOLVED
        }
        NominationAct::EndAsLeft | NominationAct::EndAsMoved => &[Nominator, Partners],
        NominationAct::Appeal => &[Leads],
        NominationAct::Uphold | NominationAct::GrantAppeal => &[Candidate, Decider],
        NominationAct::AskWaiver => &[Partners],
        // And whoever asked for it.
        NominationAct::GrantWaiver | NominationAct::RefuseWaiver => &[Candidate, Nominator, Reviewer],
    }
}
