//! What is kept and how it changes: ids, facts in two times, accounts and their access, events. Pure.

mod access;
mod account;
mod audit;
pub mod chain;
mod change;
mod daily_job;
mod employee;
mod event;
mod fact;
mod hold;
mod ids;
mod moves;
mod nomination;
mod review;
mod session;
mod standing;
mod upload;
mod waiver;
mod zone;

pub use access::{Access, Deputy, Grant};
pub use account::Account;
pub use audit::{AuditEntry, Break, NoSeal, Seal, Tampering, Verification};
pub use change::{Change, Origin};
pub use daily_job::DailyJob;
pub use employee::{Employee, fold};
pub use event::{Event, Subject};
pub use fact::{Body, Fact, FactKind, KnownFact};
pub use hold::{Hold, HoldReason, LONGEST_HOLD_DAYS};
pub use ids::{
    AccountId, ChangeId, DeputyId, EmployeeId, EntryId, EvidenceId, FactId, GrantId, HoldId, LadderId, MoveId, NewsId,
    NominationActId, NominationId, RequestId, ReviewNoteId, UploadId, WaiverId,
};
pub use moves::{Move, MoveAudience, MoveKind, MoveState, Pay, Post, RISES, told_of_move};
pub use nomination::{
    Attention, Audience, Case, Closing, DAYS_TO_ANSWER, DAYS_TO_APPEAL, Frozen, LetterKind, Moment, Nomination,
    NominationAct, Once, ROWS, Reason, Refusal, Said, State, Told, letter, told_of,
};
pub use review::{LONGEST_NOTE, NoPlace, Place, Recusal, ReviewAct, ReviewNote, Turn};
pub use session::{IDLE_LIMIT, POST_KEPT_FOR, SEEN_AT_MOST_EVERY, SESSION_LIMIT, Session, TokenHash};
pub use standing::{Asked, Standing};
pub use upload::{SavedMapping, Stage, Upload};
pub use waiver::{LONGEST_WAIVER_MONTHS, Waiver, WaiverState};
pub use zone::Zone;

/// An instant in UTC, to the microsecond (what both engines keep).
pub type Instant = jiff::Timestamp;
