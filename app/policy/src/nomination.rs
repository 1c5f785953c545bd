//! Who may do what to a nomination. `model` has the table of states and acts; whose act each is stands here.

use model::{Access, AccountId, EmployeeId, NominationAct, NominationId, ReviewAct, State, Subject};

use crate::act::{Act, Denied};
use crate::permit::Permit;
use crate::viewer::{Actor, Viewer};

/// How somebody stands above a person today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Above {
    /// 1: the direct manager.
    pub depth: u32,
    /// The manager for whom they stand in; empty: their own line.
    pub on_behalf_of: Option<EmployeeId>,
}

/// Who has a part in a nomination, and how who acts stands to its candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Involved<'a> {
    /// The candidate.
    pub candidate: EmployeeId,
    /// The candidate's site.
    pub site: Option<&'a str>,
    /// How who acts stands above the candidate.
    pub above: Option<Above>,
    /// Where it stands; nothing where it is only about to begin.
    pub state: Option<State>,
    /// Whose it is.
    pub nominator: Option<AccountId>,
    /// Who took it up.
    pub reviewer: Option<AccountId>,
    /// Who decided.
    pub decider: Option<AccountId>,
    /// Who asked for a waiver in it; where one of them is answered, who asked for that one.
    pub asked_for_waiver: &'a [AccountId],
    /// Who stands aside by their own word.
    pub recused: &'a [AccountId],
}

/// Leave for an actor to do an act to a nomination. Nominator, candidate and who decides are three people; nobody has a
/// say in their own but to want it or not.
pub fn authorize_nomination(
    actor: &Actor,
    act: NominationAct,
    nomination: NominationId,
    involved: &Involved<'_>,
) -> Result<Permit, Denied> {
    let whole = Act::Nominate(act);
    let permit = Permit::new(whole, Subject::Nomination(nomination), actor.account());
    let viewer = match actor {
        Actor::System => return Ok(permit),
        Actor::Visitor => return Err(Denied { act: whole, who_may: "who is signed in" }),
        Actor::Person(viewer) => viewer,
    };
    let (allowed, who_may) = may(viewer, act, involved);
    if allowed { Ok(permit) } else { Err(Denied { act: whole, who_may }) }
}

/// Leave for who reviews a nomination to note what they think, or to stand aside. Whoever leads the candidate may decide,
/// but is no reader of what reviewers say among themselves.
pub fn authorize_review(
    actor: &Actor,
    act: ReviewAct,
    nomination: NominationId,
    involved: &Involved<'_>,
) -> Result<Permit, Denied> {
    let whole = Act::OnReview(act);
    let permit = Permit::new(whole, Subject::Nomination(nomination), actor.account());
    let viewer = match actor {
        Actor::System => return Ok(permit),
        Actor::Visitor => return Err(Denied { act: whole, who_may: "who is signed in" }),
        Actor::Person(viewer) => viewer,
    };
    let reviews = is_hr(viewer, involved) && involved.nominator != Some(viewer.account);
    let (allowed, who_may) = match act {
        ReviewAct::Note => (
            reviews && involved.above.is_none() && !involved.recused.contains(&viewer.account),
            "HR for that person's site, who is neither nominator nor candidate, does not lead the candidate and does \
             not stand aside",
        ),
        ReviewAct::StandAside => (reviews, "HR for that person's site, who is neither nominator nor candidate"),
    };
    if allowed { Ok(permit) } else { Err(Denied { act: whole, who_may }) }
}

/// HR for the candidate, and not the candidate.
fn is_hr(viewer: &Viewer, involved: &Involved<'_>) -> bool {
    let is_candidate = viewer.employee == Some(involved.candidate);
    !is_candidate && (viewer.has(Access::HrLead) || viewer.is_partner_of(involved.site))
}

fn may(viewer: &Viewer, act: NominationAct, involved: &Involved<'_>) -> (bool, &'static str) {
    let is_candidate = viewer.employee == Some(involved.candidate);
    let is = |account: Option<AccountId>| account == Some(viewer.account);
    let is_hr = is_hr(viewer, involved);
    let is_recused = involved.recused.contains(&viewer.account);
    let asked_for_waiver = involved.asked_for_waiver.contains(&viewer.account);
    let leads = |depth: u32| !is_candidate && involved.above.is_some_and(|above| above.depth <= depth);
    match act {
        NominationAct::Start => (leads(u32::MAX), "a manager in the line, or who stands in for one"),
        NominationAct::ShowInterest | NominationAct::AskHr | NominationAct::Appeal => (is_candidate, "the employee"),
        NominationAct::Consent | NominationAct::Refuse => (is_candidate, "the candidate"),
        NominationAct::Endorse | NominationAct::DeclineInterest => match involved.state {
            Some(State::InterestWithHr) => (is_hr, "HR for that person's site"),
            _ => (leads(1), "the direct manager, or who stands in for them"),
        },
        NominationAct::EditCase | NominationAct::Discard | NominationAct::Propose => {
            (is(involved.nominator) && !is_candidate, "who started it")
        }
        NominationAct::Withdraw => match involved.state {
            Some(State::Interest | State::InterestWithHr) => (is_candidate, "the employee"),
            _ => (is_candidate || is(involved.nominator), "the nominator, or the candidate"),
        },
        NominationAct::TakeUp | NominationAct::Return => (
            is_hr && !is(involved.nominator) && !is_recused,
            "HR for that person's site, who is neither nominator nor candidate and does not stand aside",
        ),
        NominationAct::Approve | NominationAct::Decline => (
            is_hr && !is(involved.nominator) && !asked_for_waiver && !is_recused,
            "HR for that person's site, who is neither nominator nor candidate, has asked for no waiver in it and \
             does not stand aside",
        ),
        NominationAct::AskWaiver => (
            !is_candidate && (is(involved.nominator) || is(involved.reviewer)),
            "who started the nomination, or took it up for review",
        ),
        NominationAct::GrantWaiver | NominationAct::RefuseWaiver => (
            is_hr && !is(involved.nominator) && !asked_for_waiver && !is_recused,
            "HR for that person's site, who is neither nominator nor candidate, has not asked for it and does not \
             stand aside",
        ),
        NominationAct::CallOff => (viewer.has(Access::HrLead) && !is_candidate, "an HR lead"),
        NominationAct::Uphold | NominationAct::GrantAppeal => {
            let had_a_part =
                is(involved.nominator) || is(involved.reviewer) || is(involved.decider) || asked_for_waiver;
            (
                viewer.has(Access::HrLead) && !is_candidate && !had_a_part && !is_recused,
                "an HR lead who had no part in it and does not stand aside",
            )
        }
        NominationAct::Lapse
        | NominationAct::TakeEffect
        | NominationAct::Reopen
        | NominationAct::EndAsLeft
        | NominationAct::EndAsMoved => (false, "the clock"),
    }
}
