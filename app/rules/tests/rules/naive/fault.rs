//! Classic mistakes, one of which the judge can be told to make.

/// A mistake that somebody who writes these rules down once more could well make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The last day is not a day any more.
    ExpiryIsExclusive,
    /// The day on which it was revoked still counts.
    RevokedDayStillCounts,
    /// 31 January and a month make 3 March.
    MonthsAreNotClamped,
    /// A day in two leaves is taken off twice.
    LeaveDaysCountTwice,
    /// A leave without an end goes on after `as_of`.
    OpenLeaveGoesOn,
    /// What is only claimed counts.
    ClaimsCount,
    /// A month counts as soon as it is over.
    ClosesAfterIsIgnored,
    /// After `as_of` months go on closing, without values.
    MetricGoesOnAfterAsOf,
    /// The average is weighted although a sample is missing.
    WeightsDespiteMissingSample,
    /// A waiver helps one who is not employed.
    WaiverIsNotCutToEmployment,
    /// A waived criterion is said to be met.
    WaivedIsMet,
    /// Time in the job goes on over a gap in employment.
    GapDoesNotBreakTheChain,
    /// Who comes back keeps the tenure of before.
    RehireKeepsTenure,
    /// Spans of employment that touch are one.
    TouchingSpansMerge,
    /// A course booked for today is taken for done.
    BookingCountsOnItsDay,
    /// A completion without a score passes.
    MissingScorePasses,
    /// A completion still counts on the day on which it is so many months old.
    WithinMonthsIsInclusive,
    /// A language keeps its best level instead of its latest.
    BestLevelWins,
    /// A conduct action is clear so many months after its last day, not after the day after.
    ConductClearsADayEarly,
    /// What happened after `as_of` is known on it.
    FutureIsKnown,
    /// In a group what is unknown is taken for untrue.
    UnknownIsUntrue,
    /// Nothing on record is taken for untrue.
    MissingIsUnmet,
    /// The criterion that comes first binds, not the one that comes last.
    FirstToComeBinds,
    /// The plan keeps actions that change nothing.
    PlanKeepsIdleActions,
    /// The plan leaves out the quickest action first.
    PlanDropsTheQuickest,
    /// A stored answer outlives the closing of a month.
    StaleForgetsMonths,
    /// The next version is the last one published.
    NextVersionIsTheLast,
    /// `at_least` is the mean of all its parts.
    AtLeastAveragesAll,
}

impl Fault {
    pub(crate) const ALL: &[Fault] = &[
        Fault::ExpiryIsExclusive,
        Fault::RevokedDayStillCounts,
        Fault::MonthsAreNotClamped,
        Fault::LeaveDaysCountTwice,
        Fault::OpenLeaveGoesOn,
        Fault::ClaimsCount,
        Fault::ClosesAfterIsIgnored,
        Fault::MetricGoesOnAfterAsOf,
        Fault::WeightsDespiteMissingSample,
        Fault::WaiverIsNotCutToEmployment,
        Fault::WaivedIsMet,
        Fault::GapDoesNotBreakTheChain,
        Fault::RehireKeepsTenure,
        Fault::TouchingSpansMerge,
        Fault::BookingCountsOnItsDay,
        Fault::MissingScorePasses,
        Fault::WithinMonthsIsInclusive,
        Fault::BestLevelWins,
        Fault::ConductClearsADayEarly,
        Fault::FutureIsKnown,
        Fault::UnknownIsUntrue,
        Fault::MissingIsUnmet,
        Fault::FirstToComeBinds,
        Fault::PlanKeepsIdleActions,
        Fault::PlanDropsTheQuickest,
        Fault::StaleForgetsMonths,
        Fault::NextVersionIsTheLast,
        Fault::AtLeastAveragesAll,
    ];
}
