//! What can be done, and why it was not allowed.

use std::fmt;

use model::{NominationAct, ReviewAct};

/// Something that changes what is kept. Reading is no act: what may be read stands in the scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Bring in a feed, or take one back.
    Import,
    /// Correct a fact of a person.
    CorrectFact,
    /// Publish a ladder.
    PublishLadder,
    /// Add, invite, reset or close an account.
    ManageAccounts,
    /// Give and end access, name and end deputies.
    GiveAccess,
    /// Set one's own password, end one's own sessions.
    ManageOwnAccount,
    /// Set what holds for the company as a whole: its time zone.
    ManageCompany,
    /// Bring stored assessments up to date.
    Assess,
    /// Seal the audit trail.
    Seal,
    /// Read and verify the audit trail, and who read whose record.
    Audit,
    /// Copy the whole database, and put a copy back.
    BackUp,
    /// Hold a person's moves, and end that.
    Hold,
    /// Renew a hold.
    RenewHold,
    /// Plan a move without a nomination, and call it off.
    RecordMove,
    /// Make a move, on its day.
    Move,
    /// Let what another asked to waive count for a person, and end that.
    Waive,
    /// Look through what waits for HR.
    Review,
    /// Something that a reviewer of a nomination does: see [`authorize_review`](crate::authorize_review).
    OnReview(ReviewAct),
    /// Something of a nomination: see [`authorize_nomination`](crate::authorize_nomination).
    Nominate(NominationAct),
}

impl Act {
    /// Every act but those of a nomination and of its review, which have a list and a table of their own.
    pub const ALL: &[Act] = &[
        Act::Import,
        Act::CorrectFact,
        Act::PublishLadder,
        Act::ManageAccounts,
        Act::GiveAccess,
        Act::ManageOwnAccount,
        Act::ManageCompany,
        Act::Assess,
        Act::Seal,
        Act::Audit,
        Act::BackUp,
        Act::Hold,
        Act::RenewHold,
        Act::RecordMove,
        Act::Move,
        Act::Waive,
        Act::Review,
    ];

    /// As the permission table writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Act::Import => "import",
            Act::CorrectFact => "correct_fact",
            Act::PublishLadder => "publish_ladder",
            Act::ManageAccounts => "manage_accounts",
            Act::GiveAccess => "give_access",
            Act::ManageOwnAccount => "manage_own_account",
            Act::ManageCompany => "manage_company",
            Act::Assess => "assess",
            Act::Seal => "seal",
            Act::Audit => "audit",
            Act::BackUp => "back_up",
            Act::Hold => "hold",
            Act::RenewHold => "renew_hold",
            Act::RecordMove => "record_move",
            Act::Move => "move",
            Act::Waive => "waive",
            Act::Review => "review",
            Act::OnReview(act) => act.code(),
            Act::Nominate(act) => act.code(),
        }
    }
}

/// Not allowed, and who can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Denied {
    /// What was asked.
    pub act: Act,
    /// Who may do it.
    pub who_may: &'static str,
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is for {}", self.act.code(), self.who_may)
    }
}

impl std::error::Error for Denied {}
