//! The rule alone, in words: as a heading, and within a sentence.

use rules::{Aggregate, CertificationRule, Criterion, Ladder, LanguageRule, LanguageTag, MetricRule, Rule};

use crate::English;
use crate::language::{sound, within_sentence};
use crate::list::{Join, bound};
use crate::message::{or_none, say};

impl English {
    /// The rule as a heading: "12 months in the job". Of a group, how many of its parts are asked.
    pub fn criterion(&self, ladder: &Ladder, criterion: &Criterion) -> String {
        match &criterion.rule {
            Rule::Tenure { months, clock } => say!(self, CriterionTenure { months: *months, clock: clock.code() }),
            Rule::TimeInJob { months, jobs } => {
                let jobs = or_none(jobs.as_ref().map(|jobs| self.jobs(ladder, Join::Or, jobs)));
                say!(self, CriterionTimeInJob { months: *months, jobs })
            }
            Rule::Certification(CertificationRule::AnyOf(any_of)) => {
                say!(self, CriterionCertification { titles: self.certifications(ladder, Join::Or, any_of) })
            }
            Rule::Certification(CertificationRule::Family { family: _, at_least }) => {
                let title = ladder.catalogue.certification(*at_least).title.as_str();
                say!(self, CriterionCertificationFamily { title })
            }
            Rule::Language(rule) => self.language_rule(rule),
            Rule::Training(rule) => {
                let courses = self.courses(ladder, &rule.all_of, &rule.any_of);
                let score = or_none(rule.min_score.map(|score| score.to_string()));
                say!(self, CriterionTraining { courses, score, months: rule.within_months.unwrap_or(0) })
            }
            Rule::Metric(rule) => {
                let metric = ladder.catalogue.metric(rule.metric);
                let (bound, number) = bound(rule.bound);
                say!(
                    self,
                    CriterionMetric {
                        metric: metric.title.as_str(),
                        bound,
                        aggregate: aggregate(rule).code(),
                        amount: self.amount(number, metric.unit.as_deref()),
                        months: rule.months,
                        min_months: fewer_months(rule),
                        min_sample: rule.min_sample.unwrap_or(0),
                    }
                )
            }
            Rule::Rating { at_least, reviews } => {
                say!(self, CriterionRating { rating: at_least.to_string(), reviews: *reviews })
            }
            Rule::Skill { skill, at_least, assessor } => {
                let skill = ladder.catalogue.skill(*skill).title.as_str();
                say!(self, CriterionSkill { skill, level: *at_least, assessor: assessor.code() })
            }
            Rule::Activity { activity, count, within_months } => {
                let activity = ladder.catalogue.activity(*activity).title.as_str();
                say!(self, CriterionActivity { activity, count: *count, months: within_months.unwrap_or(0) })
            }
            Rule::ClearConduct { months } => say!(self, CriterionClearConduct { months: *months }),
            Rule::Employment { any_of } => {
                let kinds = self.list(Join::Or, any_of.iter().map(|&kind| self.employment_kind(kind)));
                say!(self, CriterionEmployment { kinds })
            }
            Rule::All(parts) => say!(self, CriterionAll { parts: parts.len() }),
            Rule::Any(parts) => say!(self, CriterionAny { parts: parts.len() }),
            Rule::AtLeast { count, of } => say!(self, CriterionAtLeast { count: *count, parts: of.len() }),
        }
    }

    /// The rule as a heading that says it all: of a group, what its parts ask. "Bar Raiser or 2 languages at B2 or above".
    pub fn heading(&self, ladder: &Ladder, criterion: &Criterion) -> String {
        match criterion.rule.parts() {
            [] => self.criterion(ladder, criterion),
            [_, ..] => capitalized(self.asked(ladder, criterion)),
        }
    }

    /// The rule within a sentence, after "asks": "a rating of 3.5 or better in the latest review". A group
    /// names its parts.
    pub(crate) fn asked(&self, ladder: &Ladder, criterion: &Criterion) -> String {
        match &criterion.rule {
            Rule::Tenure { .. }
            | Rule::TimeInJob { .. }
            | Rule::Certification(CertificationRule::AnyOf(_))
            | Rule::Language(_)
            | Rule::Training(_) => self.criterion(ladder, criterion),
            Rule::Certification(CertificationRule::Family { family: _, at_least }) => {
                let title = ladder.catalogue.certification(*at_least).title.as_str();
                say!(self, AskedCertificationFamily { title, sound: sound(title) })
            }
            Rule::Metric(rule) => {
                let metric = ladder.catalogue.metric(rule.metric);
                let (bound, number) = bound(rule.bound);
                say!(
                    self,
                    AskedMetric {
                        metric: within_sentence(&metric.title),
                        sound: sound(&metric.title),
                        bound,
                        aggregate: aggregate(rule).code(),
                        amount: self.amount(number, metric.unit.as_deref()),
                        months: rule.months,
                        min_months: fewer_months(rule),
                        min_sample: rule.min_sample.unwrap_or(0),
                    }
                )
            }
            Rule::Rating { at_least, reviews } => {
                say!(self, AskedRating { rating: at_least.to_string(), reviews: *reviews })
            }
            Rule::Skill { skill, at_least, assessor } => {
                let skill = within_sentence(&ladder.catalogue.skill(*skill).title);
                say!(self, CriterionSkill { skill, level: *at_least, assessor: assessor.code() })
            }
            Rule::Activity { activity, count, within_months } => {
                let activity = ladder.catalogue.activity(*activity).title.as_str();
                say!(self, AskedActivity { activity, count: *count, months: within_months.unwrap_or(0) })
            }
            Rule::ClearConduct { months } => say!(self, AskedClearConduct { months: *months }),
            Rule::Employment { any_of } => {
                let kinds = self.list(Join::Or, any_of.iter().map(|&kind| self.employment_kind(kind)));
                say!(self, AskedEmployment { kinds })
            }
            Rule::All(parts) => self.all_asked(ladder, Join::And, parts),
            Rule::Any(parts) => self.all_asked(ladder, Join::Or, parts),
            Rule::AtLeast { count, of } => {
                say!(self, AskedAtLeast { count: *count, list: self.all_asked(ladder, Join::And, of) })
            }
        }
    }

    /// Several rules within a sentence; groups among them in brackets.
    pub(crate) fn all_asked<'a>(
        &self,
        ladder: &Ladder,
        join: Join,
        criteria: impl IntoIterator<Item = &'a Criterion>,
    ) -> String {
        let criteria: Vec<&Criterion> = criteria.into_iter().collect();
        let asked = |criterion: &&Criterion| {
            let list = self.asked(ladder, criterion);
            let is_group = criterion.rule.parts().len() > 1;
            if is_group && criteria.len() > 1 { say!(self, AskedGroup { list }) } else { list }
        };
        self.list(join, criteria.iter().map(asked))
    }

    fn language_rule(&self, rule: &LanguageRule) -> String {
        let (count, level) = (rule.count, rule.at_least.code());
        match candidates(rule) {
            None => {
                let except = (!rule.except.is_empty()).then(|| self.languages(Join::And, &rule.except));
                say!(self, CriterionLanguage { count, level, except: or_none(except) })
            }
            Some(languages) if languages.len() == count as usize => {
                say!(self, CriterionLanguageAll { level, languages: self.languages(Join::And, &languages) })
            }
            Some(languages) => {
                say!(self, CriterionLanguageSome { count, level, languages: self.languages(Join::And, &languages) })
            }
        }
    }
}

fn capitalized(text: String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The languages that count, where they are named: those of `of` that are not among `except`.
pub(crate) fn candidates(rule: &LanguageRule) -> Option<Vec<LanguageTag>> {
    let of = rule.of.as_ref()?;
    Some(of.iter().filter(|language| !rule.except.contains(language)).cloned().collect())
}

/// How many months must be on record, where that is not all of them; else 0.
pub(crate) fn fewer_months(rule: &MetricRule) -> u32 {
    rule.min_months.filter(|&min_months| min_months != rule.months).unwrap_or(0)
}

/// How the months make one number; of a single month there is but one way.
fn aggregate(rule: &MetricRule) -> Aggregate {
    if rule.months == 1 { Aggregate::Average } else { rule.aggregate }
}
