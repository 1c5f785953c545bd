//! Where a person stands on a track, and how a criterion stands.

use crate::choice::choice;

choice! {
    /// Where a person stands on a track, on a day.
    Status {
        /// Not employed, not in a job it leads from, or outside its `where`.
        NotApplicable = "not_applicable",
        /// Every criterion holds.
        Eligible = "eligible",
        /// Not today, but on a later day, if nothing changes.
        OnCourse = "on_course",
        /// It hangs on what is not known.
        CannotTell = "cannot_tell",
        /// Somebody has to act.
        NeedsAction = "needs_action",
    }
}

choice! {
    /// Why a track does not apply: the first of these.
    NotApplicableReason {
        /// Not employed on the day.
        NotEmployed = "not_employed",
        /// In none of the jobs that the track leads from.
        NotInFromJob = "not_in_from_job",
        /// Outside the track's `where`.
        OutsideWhere = "outside_where",
    }
}

choice! {
    /// How a criterion stands on a day.
    State {
        /// It holds.
        Met = "met",
        /// It is waived.
        Waived = "waived",
        /// It would hold if claims were verified.
        Unverified = "unverified",
        /// There is nothing on record.
        NoEvidence = "no_evidence",
        /// There is too little on record.
        Insufficient = "insufficient",
        /// Of a group: it hangs on parts that are unknown.
        CannotTell = "cannot_tell",
        /// Time, or a booking, will do it.
        NotYet = "not_yet",
        /// Someone has to act.
        Unmet = "unmet",
    }
}

impl State {
    /// The flag: met or waived.
    pub fn is_met(self) -> bool {
        matches!(self, State::Met | State::Waived)
    }

    /// Neither true nor untrue.
    pub fn is_unknown(self) -> bool {
        matches!(self, State::Unverified | State::NoEvidence | State::Insufficient | State::CannotTell)
    }
}
