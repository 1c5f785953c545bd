//! Service and time in the job, whatever a track asks.

use crate::day::Day;

/// How long somebody has been here, and in the job they hold. Empty where they are not employed, or hold none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    /// Service so far, as `tenure` counts it by the service date.
    pub here: Option<Counted>,
    /// In the job held, as `time_in_job` counts it.
    pub in_job: Option<Counted>,
}

/// What counted from a day on, leave days left out where they do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The first day that counts.
    pub since: Day,
    /// Whole months counted.
    pub months: u32,
    /// And days.
    pub days: u32,
    /// Leave days since then that did not count.
    pub leave_days: u32,
}
