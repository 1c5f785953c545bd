//! The person's side of a finding: which fact there is to tell in its state. How it is told, in short or in full, is
//! for [`finding`](crate::finding) and [`explanation`](crate::explanation).

use rules::{
    CourseId, Criterion, Day, Decimal, EmploymentKind, Finding, HeldCredential, HeldStanding, Kind, Ladder,
    LanguageTag, Measure, MetricRule, Month, Rule, State,
};

/// What there is to tell.
pub(crate) enum Fact<'a> {
    /// Counted so far, from a day on, without the leave.
    Service { since: Day, months: u32, days: u32, leave: u32 },
    /// Not employed.
    NotEmployed,
    /// In no such job.
    NotInJob,
    /// A credential in force; the first day without it.
    Credential { title: &'a str, until: Option<Day> },
    /// A credential that is only claimed.
    CredentialClaimed { title: &'a str },
    /// A credential past its end; the first day without it.
    CredentialExpired { title: &'a str, until: Day },
    /// A credential taken back on that day.
    CredentialRevoked { title: &'a str, on: Day },
    /// No credential that would do.
    NoCredential,
    /// Languages at the level, and those that are only claimed.
    Languages { at_level: &'a [LanguageTag], claimed: &'a [LanguageTag], needed: u32 },
    /// All courses done.
    Trained,
    /// Booked; done on that day.
    Booked { on: Day },
    /// Each of the ones and one of the others are still to do.
    ToDo { all_of: &'a [CourseId], any_of: &'a [CourseId] },
    /// Nothing of it is done.
    NothingDone,
    /// The result over the window.
    Result { value: Decimal, unit: Option<&'a str>, window: (Month, Month) },
    /// No month has a value.
    NoResult { window: (Month, Month) },
    /// Too few months have a value.
    FewMonths { have: u32, rule: &'a MetricRule },
    /// They rest on too small a sample.
    SmallSample { sample: u64, needed: u32 },
    /// The latest reviews.
    Ratings { reviews: u32, reaching: u32, latest: Decimal },
    /// No review.
    NoReview,
    /// Fewer reviews than asked.
    FewReviews { have: u32, reviews: u32 },
    /// The latest judgement.
    SkillLevel(u8),
    /// No judgement.
    NoSkill,
    /// How often it was done.
    Count(u64),
    /// Nothing blocks.
    Clear,
    /// Clear from that day on.
    ClearFrom(Day),
    /// Not clear, without an end.
    NotClear,
    /// Employed in this way.
    EmployedAs(EmploymentKind),
    /// How many parts are met.
    Parts { met: u32, parts: u32 },
    /// No more than the state says.
    Untold,
}

impl<'a> Fact<'a> {
    /// What a finding tells on that day.
    pub(crate) fn of(ladder: &'a Ladder, criterion: &'a Criterion, finding: &'a Finding, as_of: Day) -> Fact<'a> {
        Fact::told(ladder, criterion, finding, as_of).unwrap_or(Fact::Untold)
    }

    /// `None` where the state says it all, or measure and rule do not go together.
    fn told(ladder: &'a Ladder, criterion: &'a Criterion, finding: &'a Finding, as_of: Day) -> Option<Fact<'a>> {
        let state = finding.state;
        match &finding.measure {
            Measure::Service { since: Some(since), months, days, leave_days } => {
                Some(Fact::Service { since: *since, months: *months, days: *days, leave: *leave_days })
            }
            Measure::Service { since: None, .. } => {
                Some(if finding.kind == Kind::Tenure { Fact::NotEmployed } else { Fact::NotInJob })
            }
            Measure::Certification { held: Some(held) } => credential(ladder, held, state, as_of),
            Measure::Certification { held: None } => (state == State::Unmet).then_some(Fact::NoCredential),
            Measure::Language { at_level, claimed } => {
                let Rule::Language(rule) = &criterion.rule else { return None };
                Some(Fact::Languages { at_level, claimed, needed: rule.count })
            }
            Measure::Training { missing, any_done, booked_for } => {
                let Rule::Training(rule) = &criterion.rule else { return None };
                let any_of = if *any_done { &[] } else { rule.any_of.as_slice() };
                let nothing_done = missing.len() == rule.all_of.len() && any_of.len() == rule.any_of.len();
                match (state.is_met(), booked_for) {
                    (true, _) => Some(Fact::Trained),
                    (false, Some(on)) => Some(Fact::Booked { on: *on }),
                    (false, None) if nothing_done => Some(Fact::NothingDone),
                    (false, None) => Some(Fact::ToDo { all_of: missing, any_of })
                        .filter(|_| !missing.is_empty() || !any_of.is_empty()),
                }
            }
            Measure::Metric { value, window, months, sample } => {
                let Rule::Metric(rule) = &criterion.rule else { return None };
                let unit = ladder.catalogue.metric(rule.metric).unit.as_deref();
                let few_months = *months < rule.min_months.unwrap_or(rule.months);
                match lack(state) {
                    Some(Lack::All) => Some(Fact::NoResult { window: *window }),
                    Some(Lack::Some) if few_months => Some(Fact::FewMonths { have: *months, rule }),
                    Some(Lack::Some) => {
                        Some(Fact::SmallSample { sample: *sample, needed: rule.min_sample.unwrap_or(0) })
                    }
                    None => value.map(|value| Fact::Result { value, unit, window: *window }),
                }
            }
            Measure::Rating { on_record, reaching, latest } => {
                let Rule::Rating { reviews, .. } = criterion.rule else { return None };
                match lack(state) {
                    Some(Lack::All) => Some(Fact::NoReview),
                    Some(Lack::Some) => Some(Fact::FewReviews { have: *on_record, reviews }),
                    None => latest.map(|latest| Fact::Ratings { reviews, reaching: *reaching, latest }),
                }
            }
            Measure::Skill { level } => Some(level.map_or(Fact::NoSkill, Fact::SkillLevel)),
            Measure::Activity { count } => Some(Fact::Count(*count)),
            Measure::ClearConduct { open, clear_on } => match (state.is_met(), open, clear_on) {
                (true, _, _) => Some(Fact::Clear),
                (false, true, _) => Some(Fact::NotClear),
                (false, false, clear_on) => clear_on.map(Fact::ClearFrom),
            },
            Measure::Employment { kind } => Some(kind.map_or(Fact::NotEmployed, Fact::EmployedAs)),
            Measure::Group { met, parts } => Some(Fact::Parts { met: *met, parts: *parts }),
        }
    }
}

/// A credential tells only what goes with the state: one in force why it is met, a claim why it is unverified, one past
/// its end why it is not met.
fn credential<'a>(ladder: &'a Ladder, held: &HeldCredential, state: State, as_of: Day) -> Option<Fact<'a>> {
    let title = ladder.catalogue.certification(held.certification).title.as_str();
    let ended = held.until.filter(|until| *until <= as_of);
    match held.standing {
        HeldStanding::InForce => state.is_met().then_some(Fact::Credential { title, until: held.until }),
        HeldStanding::Claimed if state == State::Unverified => Some(Fact::CredentialClaimed { title }),
        HeldStanding::Claimed | HeldStanding::Expired if state == State::Unmet => {
            ended.map(|until| Fact::CredentialExpired { title, until })
        }
        HeldStanding::Revoked if state == State::Unmet => ended.map(|on| Fact::CredentialRevoked { title, on }),
        HeldStanding::Claimed | HeldStanding::Expired | HeldStanding::Revoked => None,
    }
}

/// What is not on record.
enum Lack {
    All,
    Some,
}

fn lack(state: State) -> Option<Lack> {
    match state {
        State::NoEvidence => Some(Lack::All),
        State::Insufficient => Some(Lack::Some),
        State::Met | State::Waived | State::Unverified | State::CannotTell | State::NotYet | State::Unmet => None,
    }
}
