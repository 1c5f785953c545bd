//! Permission as a value: made here alone, consumed by the write that it is for.

use model::{Access, AccountId, EmployeeId, Subject};

use crate::act::{Act, Denied};
use crate::nomination::Above;
use crate::viewer::{Actor, Viewer};

/// Leave to do one act to one subject. Its fields are private, and it cannot be copied: a write consumes it.
#[derive(Debug, PartialEq, Eq)]
pub struct Permit {
    act: Act,
    subject: Subject,
    account: Option<AccountId>,
}

impl Permit {
    pub(crate) fn new(act: Act, subject: Subject, account: Option<AccountId>) -> Permit {
        Permit { act, subject, account }
    }

    /// What it is leave for.
    pub fn act(&self) -> Act {
        self.act
    }

    /// To whom or what.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// Whose it is; empty: the program's own.
    pub fn account(&self) -> Option<AccountId> {
        self.account
    }

    /// Whether it is leave for this act to this subject: what every write asks before it consumes it.
    pub fn covers(&self, act: Act, subject: Subject) -> bool {
        self.act == act && self.subject == subject
    }
}

/// What a decision needs to know of the person that an act is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About<'a> {
    /// Which person.
    pub employee: EmployeeId,
    /// Their site.
    pub site: Option<&'a str>,
    /// How who acts stands above them, where that matters.
    pub above: Option<Above>,
}

/// Leave for an actor to do an act to a subject. `about` is the person it is about, where it is about one.
///
/// Nobody gives access to themselves, and nobody corrects, verifies, waives or decides on their own record, whatever
/// their access.
pub fn authorize(actor: &Actor, act: Act, subject: Subject, about: Option<About<'_>>) -> Result<Permit, Denied> {
    let permit = Permit::new(act, subject, actor.account());
    let viewer = match actor {
        Actor::System => return Ok(permit),
        Actor::Visitor => return Err(Denied { act, who_may: "who is signed in" }),
        Actor::Person(viewer) => viewer,
    };
    let own = about.is_some_and(|about| viewer.employee == Some(about.employee));
    let (allowed, who_may) = match act {
        Act::Import | Act::PublishLadder => (viewer.has(Access::HrLead), "an HR lead"),
        Act::CorrectFact => (!own && is_hr_for(viewer, about), "HR for that person's site, and not for oneself"),
        Act::ManageAccounts | Act::ManageCompany | Act::BackUp => {
            (viewer.has(Access::Administrator), "an administrator")
        }
        Act::GiveAccess => {
            let oneself = subject == Subject::Account(viewer.account)
                || viewer.employee.is_some_and(|employee| subject == Subject::Employee(employee));
            (viewer.has(Access::Administrator) && !oneself, "an administrator, and not for oneself")
        }
        Act::ManageOwnAccount => (subject == Subject::Account(viewer.account), "the account's owner"),
        Act::Audit => (viewer.has(Access::Auditor), "an auditor"),
        Act::Assess | Act::Seal | Act::Move => (false, "the program itself"),
        Act::Hold => {
            let leads = about.is_some_and(|about| about.above.is_some());
            (!own && leads, "a manager in the line, or who stands in for one")
        }
        Act::RenewHold | Act::RecordMove | Act::Waive => {
            (!own && is_hr_for(viewer, about), "HR for that person's site, and not for oneself")
        }
        Act::Review => (viewer.has(Access::HrLead) || viewer.has(Access::HrPartner), "HR partners and HR leads"),
        // Who has which part in it is not known here.
        Act::OnReview(_) | Act::Nominate(_) => (false, "those involved in the nomination"),
    };
    if allowed { Ok(permit) } else { Err(Denied { act, who_may }) }
}

fn is_hr_for(viewer: &Viewer, about: Option<About<'_>>) -> bool {
    viewer.has(Access::HrLead) || about.is_some_and(|about| viewer.is_partner_of(about.site))
}

/// Leave for the program's own work.
pub fn authorize_system(act: Act, subject: Subject) -> Permit {
    Permit::new(act, subject, None)
}
