//! A fact: one row of a bundle's file about one person, kept in two times.

use std::collections::BTreeMap;
use std::fmt;

use crate::{ChangeId, FactId};

/// Which file of the bundle a fact is a row of; the sensitive columns of `employees.csv` are two kinds of their own,
/// so that a reader who may not see them never has them in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "named as the files of section 3 of the rules")]
pub enum FactKind {
    Employee,
    /// `annual_pay`, `currency`
    Pay,
    /// `gender`, `birth_year`
    Identity,
    Employment,
    Assignment,
    Leave,
    Certification,
    Language,
    Training,
    Metric,
    Review,
    Skill,
    Activity,
    Conduct,
    Waiver,
}

impl FactKind {
    /// Every kind, in the order of the files.
    pub const ALL: &[FactKind] = &[
        FactKind::Employee,
        FactKind::Pay,
        FactKind::Identity,
        FactKind::Employment,
        FactKind::Assignment,
        FactKind::Leave,
        FactKind::Certification,
        FactKind::Language,
        FactKind::Training,
        FactKind::Metric,
        FactKind::Review,
        FactKind::Skill,
        FactKind::Activity,
        FactKind::Conduct,
        FactKind::Waiver,
    ];

    /// As tables write it.
    pub const fn code(self) -> &'static str {
        match self {
            FactKind::Employee => "employees",
            FactKind::Pay => "pay",
            FactKind::Identity => "identity",
            FactKind::Employment => "employments",
            FactKind::Assignment => "assignments",
            FactKind::Leave => "leaves",
            FactKind::Certification => "certifications",
            FactKind::Language => "languages",
            FactKind::Training => "trainings",
            FactKind::Metric => "metrics",
            FactKind::Review => "reviews",
            FactKind::Skill => "skills",
            FactKind::Activity => "activities",
            FactKind::Conduct => "conduct",
            FactKind::Waiver => "waivers",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<FactKind> {
        FactKind::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

impl fmt::Display for FactKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A row by column name, as the bundle writes it; what is empty is left out.
pub type Body = BTreeMap<String, String>;

/// What is said of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Which file it is a row of.
    pub kind: FactKind,
    /// The natural key beside the employee (section 3 of the rules): at most one fact of a kind and key is current.
    pub key: String,
    /// The row.
    pub body: Body,
}

/// A fact as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownFact {
    /// Which row.
    pub id: FactId,
    /// What it says.
    pub fact: Fact,
    /// The change that recorded it.
    pub recorded_in: ChangeId,
}
