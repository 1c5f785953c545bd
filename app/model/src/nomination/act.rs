//! What can be done to a nomination.

/// What can be done to a nomination: the acts of the workflow, each with its own permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NominationAct {
    /// A manager begins a draft.
    Start,
    /// An employee says that they would like to.
    ShowInterest,
    /// Interest becomes a draft.
    Endorse,
    /// Interest is answered with no, and why.
    DeclineInterest,
    /// The employee turns to HR after the manager's no.
    AskHr,
    /// The case is written further.
    EditCase,
    /// The draft is thrown away.
    Discard,
    /// The candidate is asked.
    Propose,
    /// The candidate wants it: it goes to HR, and what is known is frozen.
    Consent,
    /// The candidate does not want it.
    Refuse,
    /// Nobody answered in time.
    Lapse,
    /// HR begins the review.
    TakeUp,
    /// The employee or the nominator takes it back.
    Withdraw,
    /// The reviewer gives it back to be written better.
    Return,
    /// HR decides for it.
    Approve,
    /// HR decides against it.
    Decline,
    /// An approved move is called off.
    CallOff,
    /// The move is made.
    TakeEffect,
    /// The move cannot be made: people look at it again.
    Reopen,
    /// The candidate has left.
    EndAsLeft,
    /// The candidate has moved otherwise.
    EndAsMoved,
    /// The candidate says that the decision was wrong.
    Appeal,
    /// The decision stays.
    Uphold,
    /// The decision is taken back: it is reviewed again.
    GrantAppeal,
    /// Nominator or reviewer asks that a criterion be waived.
    AskWaiver,
    /// Another of HR waives it.
    GrantWaiver,
    /// Another of HR does not.
    RefuseWaiver,
}

impl NominationAct {
    /// Every act.
    pub const ALL: &[NominationAct] = &[
        NominationAct::Start,
        NominationAct::ShowInterest,
        NominationAct::Endorse,
        NominationAct::DeclineInterest,
        NominationAct::AskHr,
        NominationAct::EditCase,
        NominationAct::Discard,
        NominationAct::Propose,
        NominationAct::Consent,
        NominationAct::Refuse,
        NominationAct::Lapse,
        NominationAct::TakeUp,
        NominationAct::Withdraw,
        NominationAct::Return,
        NominationAct::Approve,
        NominationAct::Decline,
        NominationAct::CallOff,
        NominationAct::TakeEffect,
        NominationAct::Reopen,
        NominationAct::EndAsLeft,
        NominationAct::EndAsMoved,
        NominationAct::Appeal,
        NominationAct::Uphold,
        NominationAct::GrantAppeal,
        NominationAct::AskWaiver,
        NominationAct::GrantWaiver,
        NominationAct::RefuseWaiver,
    ];

    /// As tables and addresses write it.
    pub const fn code(self) -> &'static str {
        match self {
            NominationAct::Start => "start",
            NominationAct::ShowInterest => "show_interest",
            NominationAct::Endorse => "endorse",
            NominationAct::DeclineInterest => "decline_interest",
            NominationAct::AskHr => "ask_hr",
            NominationAct::EditCase => "edit_case",
            NominationAct::Discard => "discard",
            NominationAct::Propose => "propose",
            NominationAct::Consent => "consent",
            NominationAct::Refuse => "refuse",
            NominationAct::Lapse => "lapse",
            NominationAct::TakeUp => "take_up",
            NominationAct::Withdraw => "withdraw",
            NominationAct::Return => "return",
            NominationAct::Approve => "approve",
            NominationAct::Decline => "decline",
            NominationAct::CallOff => "call_off",
            NominationAct::TakeEffect => "take_effect",
            NominationAct::Reopen => "reopen",
            NominationAct::EndAsLeft => "end_as_left",
            NominationAct::EndAsMoved => "end_as_moved",
            NominationAct::Appeal => "appeal",
            NominationAct::Uphold => "uphold",
            NominationAct::GrantAppeal => "grant_appeal",
            NominationAct::AskWaiver => "ask_waiver",
            NominationAct::GrantWaiver => "grant_waiver",
            NominationAct::RefuseWaiver => "refuse_waiver",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<NominationAct> {
        NominationAct::ALL.iter().copied().find(|act| act.code() == code)
    }
}
