//! What is done once a day, by whichever server comes to it first.

/// A job of every day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DailyJob {
    /// The accounts of people whose employment has ended are closed.
    DisableThoseWhoLeft,
    /// What nobody answered in time lapses, what is due takes effect, and what is over for those who are gone ends.
    AdvanceNominations,
    /// Sessions and failed sign-ins that no longer count are forgotten.
    ForgetWhatRanOut,
    /// What is stored of some people is compared with recomputing it, once everyone is up to date for the day.
    CheckSample,
}

impl DailyJob {
    /// Every one, in the order in which they are done.
    pub const ALL: &[DailyJob] = &[
        DailyJob::DisableThoseWhoLeft,
        DailyJob::AdvanceNominations,
        DailyJob::ForgetWhatRanOut,
        DailyJob::CheckSample,
    ];

    /// As it is kept.
    pub const fn code(self) -> &'static str {
        match self {
            DailyJob::DisableThoseWhoLeft => "disable_those_who_left",
            DailyJob::AdvanceNominations => "advance_nominations",
            DailyJob::ForgetWhatRanOut => "forget_what_ran_out",
            DailyJob::CheckSample => "check_sample",
        }
    }
}
