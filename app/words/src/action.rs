//! What to do, in words.

use rules::{Action, CertificationRule, Criterion, Ladder, LanguageRule, Rule, Step};

use crate::English;
use crate::criterion::candidates;
use crate::language::{sound, within_sentence};
use crate::list::{Join, bound};
use crate::message::{or_none, say};

impl English {
    /// One thing to do: "Earn a Six Sigma Yellow Belt or above".
    pub fn action(&self, ladder: &Ladder, criterion: &Criterion, action: &Action) -> String {
        self.known_action(ladder, &criterion.rule, &action.step)
            .unwrap_or_else(|| say!(self, Action { asked: self.asked(ladder, criterion) }))
    }

    /// `None` where the step is not one for this rule.
    fn known_action(&self, ladder: &Ladder, rule: &Rule, step: &Step) -> Option<String> {
        let text = match step {
            Step::Certification { any_of } => {
                let Rule::Certification(rule) = rule else { return None };
                match rule {
                    CertificationRule::AnyOf(_) => {
                        say!(self, ActionCertification { titles: self.certifications(ladder, Join::Or, any_of) })
                    }
                    CertificationRule::Family { family: _, at_least } => {
                        let title = ladder.catalogue.certification(*at_least).title.as_str();
                        say!(self, ActionCertificationFamily { title, sound: sound(title) })
                    }
                }
            }
            Step::Training { all_of, any_of } => {
                let Rule::Training(rule) = rule else { return None };
                let score = or_none(rule.min_score.map(|score| score.to_string()));
                say!(self, ActionTraining { courses: self.courses(ladder, all_of, any_of), score })
            }
            Step::Language { count, nearest } => {
                let Rule::Language(rule) = rule else { return None };
                let nearest = (!nearest.is_empty()).then(|| self.languages(Join::And, nearest));
                self.language_action(rule, *count, or_none(nearest))
            }
            Step::Metric => {
                let Rule::Metric(rule) = rule else { return None };
                let metric = ladder.catalogue.metric(rule.metric);
                let (bound, number) = bound(rule.bound);
                let amount = self.amount(number, metric.unit.as_deref());
                say!(self, ActionMetric { metric: within_sentence(&metric.title), bound, amount, months: rule.months })
            }
            Step::Rating => {
                let Rule::Rating { at_least, reviews } = rule else { return None };
                say!(self, ActionRating { rating: at_least.to_string(), reviews: *reviews })
            }
            Step::Skill => {
                let Rule::Skill { skill, at_least, assessor } = rule else { return None };
                let skill = within_sentence(&ladder.catalogue.skill(*skill).title);
                say!(self, ActionSkill { skill, level: *at_least, assessor: assessor.code() })
            }
            Step::Activity { missing } => {
                let Rule::Activity { activity, .. } = rule else { return None };
                let activity = ladder.catalogue.activity(*activity).title.as_str();
                say!(self, ActionActivity { activity, missing: *missing })
            }
        };
        Some(text)
    }

    fn language_action(&self, rule: &LanguageRule, count: u32, nearest: String) -> String {
        let level = rule.at_least.code();
        match candidates(rule) {
            None => say!(self, ActionLanguage { count, level, nearest }),
            Some(languages) if languages.len() == count as usize => {
                say!(self, ActionLanguageAll { level, languages: self.languages(Join::And, &languages) })
            }
            Some(languages) => {
                let languages = self.languages(Join::And, &languages);
                say!(self, ActionLanguageOf { count, level, languages, nearest })
            }
        }
    }
}
