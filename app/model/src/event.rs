//! What happened: written to the audit trail in the transaction in which it happened. Typed; `words` tells it.

use serde::Serialize;

use crate::{AccountId, ChangeId, DeputyId, EmployeeId, GrantId, LadderId, MoveId, NominationId, WaiverId};

/// Something that happened. Its JSON is what the audit entry keeps; it names people by id and holds no secrets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "act", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub enum Event {
    /// An import became true.
    ImportApplied { change: ChangeId, name: String, digest: String, counts: serde_json::Value },
    /// An import was taken back.
    ImportUndone { change: ChangeId },
    /// How a foreign export becomes a bundle was saved by name.
    MappingSaved { name: String, digest: String },
    /// A fact was corrected by a person.
    FactCorrected { change: ChangeId, employee: EmployeeId, kind: String, key: String, reason: String },
    /// A new state of the ladder is in force.
    LadderPublished { ladder: LadderId, digest: String, versions: Vec<String> },
    /// A sign-in was made.
    AccountAdded { account: AccountId, sign_in_name: String },
    /// Someone was invited to set a first password.
    AccountInvited { account: AccountId },
    /// A password was set by its owner.
    PasswordChanged { account: AccountId },
    /// An account was closed.
    AccountDisabled { account: AccountId, reason: String },
    /// Access was given.
    AccessGranted {
        grant: GrantId,
        account: AccountId,
        access: String,
        site: Option<String>,
        from_on: String,
        until_on: Option<String>,
    },
    /// Access was ended.
    AccessEnded { grant: GrantId, account: AccountId },
    /// Somebody stands in for a manager from a day to a day.
    DeputyNamed { deputy: DeputyId, manager: EmployeeId, stands_in: EmployeeId, from_on: String, until_on: String },
    /// A deputy's days were cut short.
    DeputyEnded { deputy: DeputyId, stands_in: EmployeeId },
    /// An account's password was forgotten for it, and it was opened again where it was closed.
    AccountReset { account: AccountId },
    /// The sessions of an account were ended.
    SessionsEnded { account: AccountId },
    /// Someone signed in.
    SignedIn { account: AccountId },
    /// Someone signed out.
    SignedOut { account: AccountId },
    /// Stored assessments of some people were brought up to date: one piece of a sweep, or of what a large change left.
    AssessmentsUpdated { day: String, people: u64 },
    /// Every stored assessment is up to date for a day: once a day.
    DaySwept { day: String },
    /// A nomination went a step.
    Nomination {
        nomination: NominationId,
        employee: EmployeeId,
        track: String,
        step: String,
        state: String,
        reasons: Vec<String>,
        /// The SHA-256 of what was frozen with it.
        evidence: Option<String>,
    },
    /// A reviewer noted what they think; what, stands with the notes alone.
    ReviewNoted { nomination: NominationId, employee: EmployeeId },
    /// A reviewer stands aside.
    ReviewerRecused { nomination: NominationId, employee: EmployeeId, reason: String },
    /// A person's moves are held.
    HoldPlaced { employee: EmployeeId, reason: String, until_on: String },
    /// A hold goes on.
    HoldRenewed { employee: EmployeeId, until_on: String },
    /// A hold was ended.
    HoldEnded { employee: EmployeeId },
    /// A person is to move on a day.
    MovePlanned {
        move_id: MoveId,
        employee: EmployeeId,
        kind: String,
        from_job: String,
        job: String,
        effective_on: String,
    },
    /// A person moved.
    MoveMade {
        move_id: MoveId,
        employee: EmployeeId,
        change: ChangeId,
        from_job: String,
        job: String,
        effective_on: String,
    },
    /// A planned move was called off.
    MoveCalledOff { move_id: MoveId, employee: EmployeeId, reason: String },
    /// The day of a move came, and it was not made: the person had left, or moved otherwise.
    MoveNotMade { move_id: MoveId, employee: EmployeeId, state: String },
    /// A waiver was asked for.
    WaiverAsked {
        waiver: WaiverId,
        nomination: NominationId,
        employee: EmployeeId,
        track: String,
        criterion: String,
        reason: String,
        from_on: String,
        until_on: String,
    },
    /// A waiver was granted: a fact of the person.
    WaiverGranted {
        waiver: WaiverId,
        nomination: NominationId,
        employee: EmployeeId,
        change: ChangeId,
        track: String,
        criterion: String,
    },
    /// A waiver was refused.
    WaiverRefused { waiver: WaiverId, nomination: NominationId, employee: EmployeeId, track: String, criterion: String },
    /// A waiver was ended before its last day.
    WaiverEnded {
        waiver: WaiverId,
        employee: EmployeeId,
        change: ChangeId,
        track: String,
        criterion: String,
        reason: String,
    },
    /// Days begin and end as in another time zone from then on.
    TimeZoneSet { from_zone: String, zone: String },
    /// The database became the demonstration's.
    DemoBegun,
}

/// What an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the kinds are what their names say")]
pub enum Subject {
    Change(ChangeId),
    Employee(EmployeeId),
    Account(AccountId),
    Ladder(LadderId),
    Nomination(NominationId),
    Company,
}

impl Event {
    /// The names of all of them, as entries keep them.
    pub const ACTS: &[&str] = &[
        "import_applied",
        "import_undone",
        "mapping_saved",
        "fact_corrected",
        "ladder_published",
        "account_added",
        "account_invited",
        "account_disabled",
        "account_reset",
        "access_granted",
        "access_ended",
        "deputy_named",
        "deputy_ended",
        "nomination",
        "review_noted",
        "reviewer_recused",
        "hold_placed",
        "hold_renewed",
        "hold_ended",
        "move_planned",
        "move_made",
        "move_called_off",
        "move_not_made",
        "waiver_asked",
        "waiver_granted",
        "waiver_refused",
        "waiver_ended",
        "password_changed",
        "sessions_ended",
        "signed_in",
        "signed_out",
        "assessments_updated",
        "day_swept",
        "time_zone_set",
        "demo_begun",
    ];

    /// What it is about.
    pub fn subject(&self) -> Subject {
        match self {
            Event::ImportApplied { change, .. } | Event::ImportUndone { change } => Subject::Change(*change),
            Event::FactCorrected { employee, .. } => Subject::Employee(*employee),
            Event::Nomination { nomination, .. }
            | Event::ReviewNoted { nomination, .. }
            | Event::ReviewerRecused { nomination, .. } => Subject::Nomination(*nomination),
            Event::HoldPlaced { employee, .. }
            | Event::HoldRenewed { employee, .. }
            | Event::HoldEnded { employee }
            | Event::MovePlanned { employee, .. }
            | Event::MoveMade { employee, .. }
            | Event::MoveCalledOff { employee, .. }
            | Event::MoveNotMade { employee, .. }
            | Event::WaiverAsked { employee, .. }
            | Event::WaiverGranted { employee, .. }
            | Event::WaiverRefused { employee, .. }
            | Event::WaiverEnded { employee, .. } => Subject::Employee(*employee),
            Event::DeputyNamed { stands_in, .. } | Event::DeputyEnded { stands_in, .. } => {
                Subject::Employee(*stands_in)
            }
            Event::LadderPublished { ladder, .. } => Subject::Ladder(*ladder),
            Event::AccountAdded { account, .. }
            | Event::AccountInvited { account }
            | Event::PasswordChanged { account }
            | Event::AccountDisabled { account, .. }
            | Event::AccessGranted { account, .. }
            | Event::AccessEnded { account, .. }
            | Event::AccountReset { account }
            | Event::SessionsEnded { account }
            | Event::SignedIn { account }
            | Event::SignedOut { account } => Subject::Account(*account),
            Event::AssessmentsUpdated { .. }
            | Event::DaySwept { .. }
            | Event::TimeZoneSet { .. }
            | Event::DemoBegun
            | Event::MappingSaved { .. } => Subject::Company,
        }
    }
}
