//! What an account may do beyond its own record and its reports, and when.

use rules::Day;

use crate::{AccountId, DeputyId, EmployeeId, GrantId};

/// A kind of access. Employee and manager are none: they follow from the record and the reporting line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// The people of a site.
    HrPartner,
    /// Everyone; ladder, imports, reports.
    HrLead,
    /// Decisions and the audit trail, read only.
    Auditor,
    /// Accounts and settings, no people's records.
    Administrator,
}

impl Access {
    /// Every kind.
    pub const ALL: &[Access] = &[Access::HrPartner, Access::HrLead, Access::Auditor, Access::Administrator];

    /// As tables and the command line write it.
    pub const fn code(self) -> &'static str {
        match self {
            Access::HrPartner => "hr_partner",
            Access::HrLead => "hr_lead",
            Access::Auditor => "auditor",
            Access::Administrator => "administrator",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Access> {
        Access::ALL.iter().copied().find(|access| access.code() == code)
    }
}

/// An account's access, with its dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Which one.
    pub id: GrantId,
    /// Whose.
    pub account: AccountId,
    /// What kind.
    pub access: Access,
    /// Of an HR partner: the site.
    pub site: Option<String>,
    /// First day.
    pub from_on: Day,
    /// Last day, inclusive.
    pub until_on: Option<Day>,
}

/// A stand-in for a manager: sees and does what the manager sees and does of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deputy {
    /// Which one.
    pub id: DeputyId,
    /// For whom.
    pub manager: EmployeeId,
    /// Who.
    pub deputy: EmployeeId,
    /// First day.
    pub from_on: Day,
    /// Last day, inclusive.
    pub until_on: Day,
}
