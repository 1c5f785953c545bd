//! A finding in short: the rule, then the fact. "12 months in the job: 9 months and 21 days so far".

use rules::{
    Criterion, Day, EmploymentKind, Evidence, Finding, HeldCredential, HeldStanding, Kind, Ladder, LanguageTag,
    Measure, MetricRule, Rule, State,
};

use crate::English;
use crate::criterion::fewer_months;
use crate::list::Join;
use crate::message::{or_none, say};

impl English {
    /// The `summary` of a finding: the rule, then the person's fact on that day.
    pub fn finding(&self, ladder: &Ladder, criterion: &Criterion, finding: &Finding, as_of: Day) -> String {
        let rule = self.criterion(ladder, criterion);
        if finding.state == State::Waived {
            let until = or_none(waived_until(finding, as_of).map(|day| self.date(day)));
            return say!(self, FindingWaived { rule, until });
        }
        let short = Short { words: self, ladder, criterion, finding, rule: &rule };
        short.by_measure().unwrap_or_else(|| short.by_state())
    }
}

/// The last day of the waiver that covers that day.
pub(crate) fn waived_until(finding: &Finding, as_of: Day) -> Option<Day> {
    let covering = finding.evidence.iter().filter_map(|fact| match *fact {
        Evidence::Waiver { from_on, until_on } if from_on <= as_of && as_of <= until_on => Some(until_on),
        Evidence::Waiver { .. }
        | Evidence::ServiceDate { .. }
        | Evidence::Employment { .. }
        | Evidence::Assignment { .. }
        | Evidence::Leave { .. }
        | Evidence::Certification { .. }
        | Evidence::Language { .. }
        | Evidence::Completion { .. }
        | Evidence::Booking { .. }
        | Evidence::Metric { .. }
        | Evidence::Review { .. }
        | Evidence::Skill { .. }
        | Evidence::Activity { .. }
        | Evidence::Conduct { .. } => None,
    });
    covering.max()
}

/// A finding about to be told, with its rule in words.
struct Short<'a> {
    words: &'a English,
    ladder: &'a Ladder,
    criterion: &'a Criterion,
    finding: &'a Finding,
    rule: &'a str,
}

impl Short<'_> {
    /// What the state alone says: where there is no more to tell.
    fn by_state(&self) -> String {
        let Short { words, finding, rule, .. } = *self;
        match (finding.state, finding.earliest_on) {
            (State::Met | State::Waived, _) => say!(words, FindingMet { rule, until: words.until(finding.lapses_on) }),
            (State::Unverified, _) => say!(words, FindingUnverified { rule }),
            (State::NoEvidence, _) => say!(words, FindingNoEvidence { rule }),
            (State::Insufficient, _) => say!(words, FindingInsufficient { rule }),
            (State::CannotTell, _) => say!(words, FindingCannotTell { rule }),
            (State::NotYet, Some(on)) => say!(words, FindingNotYet { rule, on: words.date(on) }),
            (State::NotYet, None) | (State::Unmet, _) => say!(words, FindingUnmet { rule }),
        }
    }

    /// What the person's side of it says; `None` where that tells nothing in this state.
    fn by_measure(&self) -> Option<String> {
        let Short { words, finding, rule, .. } = *self;
        match &finding.measure {
            Measure::Service { since: Some(_), months, days, leave_days: leave } => {
                let (counted, leave) = (words.duration(*months, *days), *leave);
                Some(match finding.state.is_met() {
                    true => say!(words, FindingService { rule, counted, leave }),
                    false => say!(words, FindingServiceSoFar { rule, counted, leave }),
                })
            }
            Measure::Service { since: None, .. } => Some(match finding.kind == Kind::Tenure {
                true => say!(words, FindingNotEmployed { rule }),
                false => say!(words, FindingNotInJob { rule }),
            }),
            Measure::Certification { held } => self.certification(held.as_ref()),
            Measure::Language { at_level, claimed } => self.language(at_level, claimed),
            Measure::Training { .. } => self.training(),
            Measure::Metric { .. } => self.metric(),
            Measure::Rating { .. } => self.rating(),
            Measure::Skill { level: Some(level) } => Some(say!(words, FindingSkill { rule, level: *level })),
            Measure::Skill { level: None } => Some(say!(words, FindingSkillNone { rule })),
            Measure::Activity { count } => match finding.state {
                State::Met => {
                    Some(say!(words, FindingActivity { rule, count: *count, until: words.until(finding.lapses_on) }))
                }
                State::Unmet => Some(say!(words, FindingActivitySoFar { rule, count: *count })),
                State::NotYet
                | State::Waived
                | State::Unverified
                | State::NoEvidence
                | State::Insufficient
                | State::CannotTell => None,
            },
            Measure::ClearConduct { open, clear_on } => match (finding.state.is_met(), open, clear_on) {
                (true, _, _) => Some(say!(words, FindingConduct { rule })),
                (false, true, _) => Some(say!(words, FindingConductOpen { rule })),
                (false, false, Some(on)) => Some(say!(words, FindingConductFrom { rule, on: words.date(*on) })),
                (false, false, None) => None,
            },
            Measure::Employment { kind } => Some(self.employment(*kind)),
            Measure::Group { met, .. } => Some(self.group(*met)),
        }
    }

    fn certification(&self, held: Option<&HeldCredential>) -> Option<String> {
        let Short { words, ladder, finding, rule, .. } = *self;
        let Some(held) = held else {
            return (finding.state == State::Unmet).then(|| say!(words, FindingCertificationNone { rule }));
        };
        let title = ladder.catalogue.certification(held.certification).title.as_str();
        match (finding.state, held.standing, held.until) {
            (State::Met, HeldStanding::InForce, _) => {
                Some(say!(words, FindingCertification { rule, title, until: words.until(finding.lapses_on) }))
            }
            (State::Unverified | State::Unmet, HeldStanding::Claimed, _) => {
                Some(say!(words, FindingCertificationClaimed { rule, title }))
            }
            (State::Unmet, HeldStanding::Expired, Some(until)) => {
                Some(say!(words, FindingCertificationExpired { rule, title, until: words.date(until.previous()) }))
            }
            (State::Unmet, HeldStanding::Revoked, Some(on)) => {
                Some(say!(words, FindingCertificationRevoked { rule, title, on: words.date(on) }))
            }
            (
                State::Met
                | State::Waived
                | State::Unverified
                | State::NoEvidence
                | State::Insufficient
                | State::CannotTell
                | State::NotYet
                | State::Unmet,
                HeldStanding::InForce | HeldStanding::Expired | HeldStanding::Revoked | HeldStanding::Claimed,
                _,
            ) => None,
        }
    }

    fn language(&self, at_level: &[LanguageTag], claimed: &[LanguageTag]) -> Option<String> {
        let Short { words, criterion, finding, rule, .. } = *self;
        let Rule::Language(asked) = &criterion.rule else { return None };
        let (have, needed) = (at_level.len(), asked.count);
        let named = |languages| words.languages(Join::And, languages);
        let text = match (finding.state, at_level, claimed) {
            (State::NotYet, _, _) | (State::Met, [], _) => return None,
            (State::Met, _, _) => {
                say!(words, FindingLanguage { rule, languages: named(at_level), until: words.until(finding.lapses_on) })
            }
            (_, [], []) => say!(words, FindingLanguageNone { rule }),
            (_, [], _) => say!(words, FindingLanguageClaimed { rule, claimed: named(claimed) }),
            (_, _, []) => say!(words, FindingLanguagePart { rule, have, needed, languages: named(at_level) }),
            (_, _, _) => say!(
                words,
                FindingLanguagePartClaimed { rule, have, needed, languages: named(at_level), claimed: named(claimed) }
            ),
        };
        Some(text)
    }

    fn training(&self) -> Option<String> {
        let Short { words, ladder, criterion, finding, rule } = *self;
        let (Rule::Training(asked), Measure::Training { missing, any_done, booked_for }) =
            (&criterion.rule, &finding.measure)
        else {
            return None;
        };
        let any_missing = if *any_done { &[][..] } else { &asked.any_of };
        let nothing_done = missing.len() == asked.all_of.len() && (!any_done || asked.any_of.is_empty());
        match (finding.state, booked_for) {
            (State::Met, _) => Some(say!(words, FindingTraining { rule, until: words.until(finding.lapses_on) })),
            (State::NotYet, Some(on)) => Some(say!(words, FindingTrainingBooked { rule, on: words.date(*on) })),
            (State::Unmet, _) if nothing_done => Some(say!(words, FindingTrainingNone { rule })),
            (State::Unmet, _) if !missing.is_empty() || !any_missing.is_empty() => {
                let courses = words.courses(ladder, missing, any_missing);
                Some(say!(words, FindingTrainingPart { rule, courses }))
            }
            (
                State::NotYet
                | State::Unmet
                | State::Waived
                | State::Unverified
                | State::NoEvidence
                | State::Insufficient
                | State::CannotTell,
                _,
            ) => None,
        }
    }

    fn metric(&self) -> Option<String> {
        let Short { words, ladder, criterion, finding, rule } = *self;
        let (Rule::Metric(asked), Measure::Metric { value, window, months: have, sample }) =
            (&criterion.rule, &finding.measure)
        else {
            return None;
        };
        let window = words.window(*window);
        match (finding.state, value) {
            (State::Met | State::Unmet, Some(value)) => {
                let unit = ladder.catalogue.metric(asked.metric).unit.as_deref();
                Some(say!(words, FindingMetric { rule, value: words.amount(*value, unit), window }))
            }
            (State::NoEvidence, _) => Some(say!(words, FindingMetricNone { rule, window })),
            (State::Insufficient, _) if too_few_months(asked, *have) => Some(say!(
                words,
                FindingMetricMonths { rule, have: *have, months: asked.months, min_months: fewer_months(asked) }
            )),
            (State::Insufficient, _) => {
                let min_sample = asked.min_sample.unwrap_or(0);
                Some(say!(words, FindingMetricSample { rule, sample: *sample, min_sample }))
            }
            (State::Met | State::Unmet, None)
            | (State::Waived | State::Unverified | State::CannotTell | State::NotYet, _) => None,
        }
    }

    fn rating(&self) -> Option<String> {
        let Short { words, criterion, finding, rule, .. } = *self;
        let (Rule::Rating { reviews, .. }, &Measure::Rating { on_record: have, reaching, latest }) =
            (&criterion.rule, &finding.measure)
        else {
            return None;
        };
        let reviews = *reviews;
        match (finding.state, latest) {
            (State::Met | State::Unmet, Some(rating)) => {
                Some(say!(words, FindingRating { rule, reviews, reaching, rating: rating.to_string() }))
            }
            (State::NoEvidence, _) => Some(say!(words, FindingRatingNone { rule })),
            (State::Insufficient, _) => Some(say!(words, FindingRatingFew { rule, have, reviews })),
            (State::Met | State::Unmet, None)
            | (State::Waived | State::Unverified | State::CannotTell | State::NotYet, _) => None,
        }
    }

    fn employment(&self, kind: Option<EmploymentKind>) -> String {
        let Short { words, rule, .. } = *self;
        match kind {
            Some(kind) => say!(words, FindingEmployment { rule, kind: words.employment_kind(kind) }),
            None => say!(words, FindingNotEmployed { rule }),
        }
    }

    fn group(&self, met: u32) -> String {
        let Short { words, finding, rule, .. } = *self;
        match (finding.state, finding.earliest_on) {
            (State::CannotTell, _) => say!(words, FindingGroupCannotTell { rule, met }),
            (State::NotYet, Some(on)) => say!(words, FindingGroupNotYet { rule, met, on: words.date(on) }),
            (
                State::Met
                | State::Waived
                | State::Unverified
                | State::NoEvidence
                | State::Insufficient
                | State::NotYet
                | State::Unmet,
                _,
            ) => say!(words, FindingGroup { rule, met, until: words.until(finding.lapses_on) }),
        }
    }
}

/// Whether it is the months that are too few, not the sample.
pub(crate) fn too_few_months(rule: &MetricRule, have: u32) -> bool {
    have < rule.min_months.unwrap_or(rule.months)
}
