//! What the closed lists are called: statuses, states, kinds, levels and the rest.

use rules::{Assessor, EmploymentKind, Kind, Level, NotApplicableReason, State, Status, TrackKind, WorkMode};

use crate::English;
use crate::message::say;

impl English {
    /// "On course".
    pub fn status(&self, status: Status) -> String {
        say!(self, Status { status: status.code() })
    }

    /// Why a track does not apply, as a label: "Not employed".
    pub fn not_applicable(&self, reason: NotApplicableReason) -> String {
        say!(self, NotApplicable { reason: reason.code() })
    }

    /// "Not yet".
    pub fn state(&self, state: State) -> String {
        say!(self, State { state: state.code() })
    }

    /// "Time in job".
    pub fn kind(&self, kind: Kind) -> String {
        say!(self, Kind { kind: kind.code() })
    }

    /// "B2", "native level".
    pub fn level(&self, level: Level) -> String {
        say!(self, Level { level: level.code() })
    }

    /// "full time".
    pub fn employment_kind(&self, kind: EmploymentKind) -> String {
        say!(self, EmploymentKind { kind: kind.code() })
    }

    /// "on site".
    pub fn work_mode(&self, mode: WorkMode) -> String {
        say!(self, WorkMode { mode: mode.code() })
    }

    /// "Promotion".
    pub fn track_kind(&self, kind: TrackKind) -> String {
        say!(self, TrackKind { kind: kind.code() })
    }

    /// "the manager".
    pub fn assessor(&self, assessor: Assessor) -> String {
        say!(self, Assessor { assessor: assessor.code() })
    }
}
