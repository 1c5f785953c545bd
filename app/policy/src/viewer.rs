//! Who is looking, on which day. What they may see stands in the SQL of every read, which takes nothing but this.

use std::collections::BTreeSet;

use model::{Access, AccountId, EmployeeId, Grant};
use rules::Day;

/// Somebody signed in, on a day: what every scoped read takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The sign-in.
    pub account: AccountId,
    /// The person it belongs to.
    pub employee: Option<EmployeeId>,
    /// The day, which decides which grants and deputies are in force.
    pub on: Day,
    /// The access in force on that day.
    grants: Vec<Grant>,
}

impl Viewer {
    /// Grants that are not in force on that day are left out.
    pub fn new(account: AccountId, employee: Option<EmployeeId>, on: Day, grants: Vec<Grant>) -> Viewer {
        let in_force = |grant: &Grant| grant.from_on <= on && grant.until_on.is_none_or(|until| on <= until);
        let grants = grants.into_iter().filter(in_force).collect();
        Viewer { account, employee, on, grants }
    }

    /// Whether an access is in force.
    pub fn has(&self, access: Access) -> bool {
        self.grants.iter().any(|grant| grant.access == access)
    }

    /// Whether everyone's record is in scope: an HR lead's.
    pub fn sees_everyone(&self) -> bool {
        self.has(Access::HrLead)
    }

    /// Whether the record of a person is in scope: what the SQL of every read says, said once more, so that the two
    /// can be held against each other.
    pub fn sees(&self, relation: Relation, site: Option<&str>) -> bool {
        match relation {
            Relation::Myself | Relation::Report | Relation::IndirectReport => true,
            Relation::None => self.sees_everyone() || self.is_partner_of(site),
        }
    }

    /// The sites of which they are HR partner, by name.
    pub fn partner_sites(&self) -> BTreeSet<&str> {
        let partner = self.grants.iter().filter(|grant| grant.access == Access::HrPartner);
        partner.filter_map(|grant| grant.site.as_deref()).collect()
    }

    /// Whether an HR partner of that site.
    pub fn is_partner_of(&self, site: Option<&str>) -> bool {
        let of_site = |grant: &Grant| grant.access == Access::HrPartner && grant.site.as_deref() == site;
        site.is_some() && self.grants.iter().any(of_site)
    }
}

/// Who acts: a person signed in, or the program itself (the clock, a job, the command line beside the database).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody signed in.
    Person(Viewer),
    /// Somebody who is not signed in: may do so, and nothing else.
    Visitor,
    /// The program itself; what it did is recorded without an account.
    System,
}

impl Actor {
    /// The sign-in, where there is one.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Actor::Person(viewer) => Some(viewer.account),
            Actor::Visitor | Actor::System => None,
        }
    }
}

/// How a viewer stands to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// It is their own record.
    Myself,
    /// A direct report, also of a manager they stand in for.
    Report,
    /// A report of a report, at any distance.
    IndirectReport,
    /// Neither: a peer, a former report, somebody at another site, nobody.
    None,
}
