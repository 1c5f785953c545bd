//! A finding in full: the rule, your fact, the date.

use rules::{Criterion, Finding, State};

use crate::fact::Fact;
use crate::list::Join;
use crate::message::{or_none, say};
use crate::{English, Telling};

impl English {
    /// "Not yet. Team Lead asks 12 months in the job. You have 9 months and 3 days (since 19 Feb 2026). You reach it on
    /// 19 Feb 2027 if nothing changes."
    pub fn explanation(&self, telling: &Telling<'_>, criterion: &Criterion, finding: &Finding) -> String {
        let Telling { ladder, reader, as_of, .. } = *telling;
        let (job, asked) = (telling.job(), self.asked(ladder, criterion));
        let fact = Fact::of(ladder, criterion, finding, as_of);
        match (finding.state, finding.earliest_on) {
            (State::Met, _) => self.expiring(telling, finding, &fact).unwrap_or_else(|| {
                let since = or_none(finding.met_since.map(|since| self.date(since)));
                let fact = self.fact(telling, finding.state, &fact);
                say!(self, ExplanationMet { since, until: self.until(finding.lapses_on), job, asked, fact })
            }),
            (State::Waived, _) => {
                let until = or_none(self.waived_until(finding, as_of));
                say!(self, ExplanationWaived { until, job, asked, reader: reader.code(), name: reader.name() })
            }
            (State::Unverified | State::NoEvidence | State::Insufficient | State::CannotTell, _) => {
                self.unknown(telling, finding.state, &fact, asked)
            }
            (State::NotYet, Some(on)) => {
                let fact = self.fact(telling, finding.state, &fact);
                say!(self, ExplanationNotYet { job, asked, fact, reader: reader.code(), on: self.date(on) })
            }
            (State::NotYet, None) | (State::Unmet, _) => {
                say!(self, ExplanationUnmet { job, asked, fact: self.fact(telling, finding.state, &fact) })
            }
        }
    }

    /// "Met, until 30 Nov 2026: your Green Belt expires 15 days before the cut-off. Renew to stay eligible." `None`
    /// where it is not the credential's end that ends it.
    fn expiring(&self, telling: &Telling<'_>, finding: &Finding, fact: &Fact<'_>) -> Option<String> {
        let &Fact::Credential { title, until: Some(end) } = fact else { return None };
        if finding.lapses_on != Some(end) {
            return None;
        }
        let last = end.previous();
        let before_cut_off = telling.cut_off.map_or(0, |cut_off| last.days_until(cut_off).max(0));
        let (reader, name) = (telling.reader.code(), telling.reader.name());
        Some(say!(self, ExplanationExpiring { until: self.date(last), reader, name, title, days: before_cut_off }))
    }

    /// What is not known, as part of "We cannot tell".
    fn unknown(&self, telling: &Telling<'_>, state: State, fact: &Fact<'_>, asked: String) -> String {
        let (reader, name) = (telling.reader.code(), telling.reader.name());
        match *fact {
            Fact::CredentialClaimed { title } => say!(self, UnknownCertification { asked, reader, name, title }),
            Fact::Languages { claimed: claimed @ [_, ..], .. } => {
                say!(self, UnknownLanguage { asked, claimed: self.languages(Join::And, claimed) })
            }
            Fact::NoResult { window } => say!(self, UnknownMetric { asked, window: self.window(window) }),
            Fact::FewMonths { have, rule } => say!(self, UnknownMetricMonths { asked, have, months: rule.months }),
            Fact::SmallSample { sample, needed: _ } => say!(self, UnknownMetricSample { asked, sample }),
            Fact::NoReview => say!(self, UnknownRating { asked }),
            Fact::FewReviews { have, reviews } => say!(self, UnknownRatingFew { asked, have, reviews }),
            Fact::NoSkill => say!(self, UnknownSkill { asked }),
            Fact::Parts { met, parts } => say!(self, UnknownGroup { asked, met, parts }),
            Fact::Service { .. }
            | Fact::NotEmployed
            | Fact::NotInJob
            | Fact::Credential { .. }
            | Fact::CredentialExpired { .. }
            | Fact::CredentialRevoked { .. }
            | Fact::NoCredential
            | Fact::Languages { .. }
            | Fact::Trained
            | Fact::Booked { .. }
            | Fact::ToDo { .. }
            | Fact::NothingDone
            | Fact::Result { .. }
            | Fact::Ratings { .. }
            | Fact::SkillLevel(_)
            | Fact::Count(_)
            | Fact::Clear
            | Fact::ClearFrom(_)
            | Fact::NotClear
            | Fact::EmployedAs(_)
            | Fact::Untold => match state == State::Unverified {
                true => say!(self, UnknownClaimed { asked }),
                false => say!(self, Unknown { asked }),
            },
        }
    }

    /// The person's fact as a sentence, where it is known whether the criterion holds.
    fn fact(&self, telling: &Telling<'_>, state: State, fact: &Fact<'_>) -> String {
        let (reader, name) = (telling.reader.code(), telling.reader.name());
        let today = || self.date(telling.as_of);
        match *fact {
            Fact::Service { since, months, days, leave } => {
                let (counted, since) = (self.duration(months, days), self.date(since));
                say!(self, FactService { reader, name, counted, since, leave })
            }
            Fact::NotEmployed => say!(self, FactNotEmployed { reader, name, on: today() }),
            Fact::NotInJob => say!(self, FactNotInJob { reader, name, on: today() }),
            Fact::Credential { title, until: _ } => say!(self, FactCertification { reader, name, title }),
            Fact::CredentialExpired { title, until } => {
                say!(self, FactCertificationExpired { reader, name, title, until: self.date(until.previous()) })
            }
            Fact::CredentialRevoked { title, on } => {
                say!(self, FactCertificationRevoked { reader, name, title, on: self.date(on) })
            }
            Fact::NoCredential => say!(self, FactCertificationNone {}),
            Fact::Languages { at_level, claimed, needed } => {
                let (have, languages) = (at_level.len(), self.languages(Join::And, at_level));
                let claims = self.languages(Join::And, claimed);
                match (state.is_met(), at_level, claimed) {
                    (true, _, _) => say!(self, FactLanguage { reader, name, languages }),
                    (false, [], []) => say!(self, FactLanguageNone {}),
                    (false, [], [_, ..]) => say!(self, FactLanguageClaimed { claimed: claims }),
                    (false, [_, ..], []) => say!(self, FactLanguagePart { reader, name, have, needed, languages }),
                    (false, [_, ..], [_, ..]) => {
                        say!(self, FactLanguagePartClaimed { reader, name, have, needed, languages, claimed: claims })
                    }
                }
            }
            Fact::Trained => say!(self, FactTraining { reader, name }),
            Fact::Booked { on } => say!(self, FactTrainingBooked { on: self.date(on) }),
            Fact::ToDo { all_of, any_of } => {
                say!(self, FactTrainingPart { courses: self.courses(telling.ladder, all_of, any_of) })
            }
            Fact::NothingDone => say!(self, FactTrainingNone { reader, name }),
            Fact::Result { value, unit, window } => {
                let (value, window) = (self.amount(value, unit), self.window(window));
                say!(self, FactMetric { reader, name, value, window })
            }
            Fact::Ratings { reviews, reaching, latest } => {
                say!(self, FactRating { reader, name, reviews, reaching, rating: latest.to_string() })
            }
            Fact::SkillLevel(level) => say!(self, FactSkill { reader, name, level }),
            Fact::NoSkill => say!(self, FactSkillNone {}),
            Fact::Count(count) => say!(self, FactActivity { reader, name, count }),
            Fact::Clear => say!(self, FactConduct {}),
            Fact::ClearFrom(_) => say!(self, FactConductNotYet {}),
            Fact::NotClear => say!(self, FactConductOpen {}),
            Fact::EmployedAs(kind) => say!(self, FactEmployment { reader, name, kind: self.employment_kind(kind) }),
            Fact::Parts { met, parts } => say!(self, FactGroup { met, parts }),
            Fact::CredentialClaimed { .. }
            | Fact::NoResult { .. }
            | Fact::FewMonths { .. }
            | Fact::SmallSample { .. }
            | Fact::NoReview
            | Fact::FewReviews { .. }
            | Fact::Untold => match state.is_met() {
                true => say!(self, FactHolds { on: today() }),
                false => say!(self, FactHoldsNot { on: today() }),
            },
        }
    }
}
