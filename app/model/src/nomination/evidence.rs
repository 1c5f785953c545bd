//! What was known when it mattered.

/// When in the course of a nomination something is frozen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// The candidate consented.
    Consent,
    /// HR decided.
    Decision,
    /// An appeal was answered, as of the original day.
    Appeal,
}

impl Moment {
    /// Every moment.
    pub const ALL: &[Moment] = &[Moment::Consent, Moment::Decision, Moment::Appeal];

    /// As tables write it.
    pub const fn code(self) -> &'static str {
        match self {
            Moment::Consent => "consent",
            Moment::Decision => "decision",
            Moment::Appeal => "appeal",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Moment> {
        Moment::ALL.iter().copied().find(|moment| moment.code() == code)
    }
}

/// What lists know of what was frozen last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// The revision of the person then: a higher one now means that something was recorded since.
    pub revision: i64,
    /// What in it needs a human.
    pub attention: Attention,
}

/// What in an assessment needs a human most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attention {
    /// Nothing more than any.
    None,
    /// It holds, but not for long.
    NearBound,
    /// A criterion is waived.
    Waived,
    /// Something is not known.
    Unknown,
}

impl Attention {
    /// From the least to the most.
    pub const ALL: &[Attention] = &[Attention::None, Attention::NearBound, Attention::Waived, Attention::Unknown];

    /// As tables write it: the higher, the more.
    pub const fn rank(self) -> i64 {
        match self {
            Attention::None => 0,
            Attention::NearBound => 1,
            Attention::Waived => 2,
            Attention::Unknown => 3,
        }
    }

    /// The one of this rank.
    pub fn from_rank(rank: i64) -> Option<Attention> {
        Attention::ALL.iter().copied().find(|attention| attention.rank() == rank)
    }
}
