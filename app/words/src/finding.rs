//! A finding in short: the rule, then the fact. "12 months in the job: 9 months and 21 days so far".

use rules::{Criterion, Day, Evidence, Finding, Ladder, State};

use crate::English;
use crate::criterion::fewer_months;
use crate::fact::Fact;
use crate::list::Join;
use crate::message::{or_none, say};

impl English {
    /// The `summary` of a finding: the rule, then the person's fact on that day.
    pub fn finding(&self, ladder: &Ladder, criterion: &Criterion, finding: &Finding, as_of: Day) -> String {
        let rule = self.criterion(ladder, criterion);
        if finding.state == State::Waived {
            return say!(self, FindingWaived { rule, until: or_none(self.waived_until(finding, as_of)) });
        }
        let until = self.until(finding.lapses_on);
        let met = finding.state.is_met();
        match Fact::of(ladder, criterion, finding, as_of) {
            Fact::Service { since: _, months, days, leave } => {
                let counted = self.duration(months, days);
                match met {
                    true => say!(self, FindingService { rule, counted, leave }),
                    false => say!(self, FindingServiceSoFar { rule, counted, leave }),
                }
            }
            Fact::NotEmployed => say!(self, FindingNotEmployed { rule }),
            Fact::NotInJob => say!(self, FindingNotInJob { rule }),
            Fact::Credential { title, until: _ } => say!(self, FindingCertification { rule, title, until }),
            Fact::CredentialClaimed { title } => say!(self, FindingCertificationClaimed { rule, title }),
            Fact::CredentialExpired { title, until } => {
                say!(self, FindingCertificationExpired { rule, title, until: self.date(until.previous()) })
            }
            Fact::CredentialRevoked { title, on } => {
                say!(self, FindingCertificationRevoked { rule, title, on: self.date(on) })
            }
            Fact::NoCredential => say!(self, FindingCertificationNone { rule }),
            Fact::Languages { at_level, claimed, needed } => {
                let (have, languages) = (at_level.len(), self.languages(Join::And, at_level));
                let claims = self.languages(Join::And, claimed);
                match (met, at_level, claimed) {
                    (true, _, _) => say!(self, FindingLanguage { rule, languages, until }),
                    (false, [], []) => say!(self, FindingLanguageNone { rule }),
                    (false, [], [_, ..]) => say!(self, FindingLanguageClaimed { rule, claimed: claims }),
                    (false, [_, ..], []) => say!(self, FindingLanguagePart { rule, have, needed, languages }),
                    (false, [_, ..], [_, ..]) => {
                        say!(self, FindingLanguagePartClaimed { rule, have, needed, languages, claimed: claims })
                    }
                }
            }
            Fact::Trained => say!(self, FindingTraining { rule, until }),
            Fact::Booked { on } => say!(self, FindingTrainingBooked { rule, on: self.date(on) }),
            Fact::ToDo { all_of, any_of } => {
                say!(self, FindingTrainingPart { rule, courses: self.courses(ladder, all_of, any_of) })
            }
            Fact::NothingDone => say!(self, FindingTrainingNone { rule }),
            Fact::Result { value, unit, window } => {
                say!(self, FindingMetric { rule, value: self.amount(value, unit), window: self.window(window) })
            }
            Fact::NoResult { window } => say!(self, FindingMetricNone { rule, window: self.window(window) }),
            Fact::FewMonths { have, rule: asked } => {
                say!(self, FindingMetricMonths { rule, have, months: asked.months, min_months: fewer_months(asked) })
            }
            Fact::SmallSample { sample, needed } => {
                say!(self, FindingMetricSample { rule, sample, min_sample: needed })
            }
            Fact::Ratings { reviews, reaching, latest } => {
                say!(self, FindingRating { rule, reviews, reaching, rating: latest.to_string() })
            }
            Fact::NoReview => say!(self, FindingRatingNone { rule }),
            Fact::FewReviews { have, reviews } => say!(self, FindingRatingFew { rule, have, reviews }),
            Fact::SkillLevel(level) => say!(self, FindingSkill { rule, level }),
            Fact::NoSkill => say!(self, FindingSkillNone { rule }),
            Fact::Count(count) => match met {
                true => say!(self, FindingActivity { rule, count, until }),
                false => say!(self, FindingActivitySoFar { rule, count }),
            },
            Fact::Clear => say!(self, FindingConduct { rule }),
            Fact::ClearFrom(on) => say!(self, FindingConductFrom { rule, on: self.date(on) }),
            Fact::NotClear => say!(self, FindingConductOpen { rule }),
            Fact::EmployedAs(kind) => say!(self, FindingEmployment { rule, kind: self.employment_kind(kind) }),
            Fact::Parts { met, parts: _ } => match (finding.state, finding.earliest_on) {
                (State::CannotTell, _) => say!(self, FindingGroupCannotTell { rule, met }),
                (State::NotYet, Some(on)) => say!(self, FindingGroupNotYet { rule, met, on: self.date(on) }),
                (State::NotYet, None)
                | (
                    State::Met
                    | State::Waived
                    | State::Unverified
                    | State::NoEvidence
                    | State::Insufficient
                    | State::Unmet,
                    _,
                ) => say!(self, FindingGroup { rule, met, until }),
            },
            Fact::Untold => match (finding.state, finding.earliest_on) {
                (State::Met | State::Waived, _) => say!(self, FindingMet { rule, until }),
                (State::Unverified, _) => say!(self, FindingUnverified { rule }),
                (State::NoEvidence, _) => say!(self, FindingNoEvidence { rule }),
                (State::Insufficient, _) => say!(self, FindingInsufficient { rule }),
                (State::CannotTell, _) => say!(self, FindingCannotTell { rule }),
                (State::NotYet, Some(on)) => say!(self, FindingNotYet { rule, on: self.date(on) }),
                (State::NotYet, None) | (State::Unmet, _) => say!(self, FindingUnmet { rule }),
            },
        }
    }

    /// The last day of the waiver that covers that day.
    pub(crate) fn waived_until(&self, finding: &Finding, as_of: Day) -> Option<String> {
        let mut last = None;
        for fact in &finding.evidence {
            if let Evidence::Waiver { from_on, until_on } = *fact
                && (from_on..=until_on).contains(&as_of)
            {
                last = last.max(Some(until_on));
            }
        }
        last.map(|until_on| self.date(until_on))
    }
}
