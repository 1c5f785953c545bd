//! What makes a person eligible.
//!
//! A criterion does not answer yes or no. It answers with a [`Timeline`]: the set of days on which it holds for a
//! person. Now, when, until when, what if and what changes for whom are all read off timelines.
//! The rules are normative; `app/rules/README.md` ticks them off clause by clause.
//!
//! No clock, no I/O, no floating point in any decision. Runs natively and in the browser.

mod assessment;
mod choice;
mod criteria;
mod day;
mod decimal;
mod document;
mod engine;
mod facts;
mod few;
mod known;
mod ladder;
mod natural;
mod progress;
mod scenario;
mod timeline;

pub use assessment::{
    Action, Assessment, Counted, Decision, Evidence, Finding, HeldCredential, HeldStanding, Measure, NextVersion,
    NotApplicableReason, Path, Plan, Service, State, Status, Step,
};
pub use day::{Day, Month, NotThat};
pub use decimal::Decimal;
pub use document::{AssessmentJson, Sentences};
pub use engine::{Engine, Subject};
pub use facts::{
    ActivityEvent, Assessor, Assignment, Basis, ConductAction, Credential, Employment, EmploymentKind, Facts,
    LanguageTag, Leave, Level, MonthlyResult, Place, Proficiency, Review, SkillAssessment, Standing, Training,
    TrainingStatus, Waiver, WorkMode,
};
pub use ladder::*;
pub use progress::Progress;
pub use scenario::{Assumed, Change};
pub use timeline::{Span, Timeline};

/// Which engine this is: what a frozen assessment says that it was made by.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
