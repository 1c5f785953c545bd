//! Criteria as section 8 writes them.

use compact_str::CompactString;
use rules::{
    Aggregate, Assessor, Bound, CertificationRule, Clock, Criterion, EmploymentKind, LanguageRule, LanguageTag, Level,
    MetricRule, Rule, TrainingRule, Where, WorkMode,
};

use super::read::{Codes, choice, choice_or, number};
use super::text;

pub(super) fn criteria(codes: &Codes, criteria: &[text::Criterion]) -> Vec<Criterion> {
    criteria.iter().map(|text| criterion(codes, text)).collect()
}

fn criterion(codes: &Codes, text: &text::Criterion) -> Criterion {
    let kinds = [
        text.tenure.as_ref().map(|rule| Rule::Tenure {
            months: rule.months,
            clock: choice_or(&rule.clock, Clock::from_code, Clock::ServiceDate),
        }),
        text.time_in_job.as_ref().map(|rule| Rule::TimeInJob {
            months: rule.months,
            jobs: rule.jobs.as_ref().map(|jobs| jobs.iter().map(|job| codes.job(job)).collect()),
        }),
        text.certification.as_ref().map(|rule| certification(codes, rule)),
        text.language.as_ref().map(language),
        text.training.as_ref().map(|rule| training(codes, rule)),
        text.metric.as_ref().map(|rule| metric(codes, rule)),
        text.rating
            .as_ref()
            .map(|rule| Rule::Rating { at_least: number(rule.at_least), reviews: rule.reviews.unwrap_or(1) }),
        text.skill.as_ref().map(|rule| Rule::Skill {
            skill: codes.skill(&rule.skill),
            at_least: rule.at_least,
            assessor: choice_or(&rule.assessor, Assessor::from_code, Assessor::Manager),
        }),
        text.activity.as_ref().map(|rule| Rule::Activity {
            activity: codes.activity(&rule.activity),
            count: rule.count,
            within_months: rule.within_months,
        }),
        text.clear_conduct.as_ref().map(|rule| Rule::ClearConduct { months: rule.months }),
        text.employment.as_ref().map(|rule| Rule::Employment {
            any_of: rule.any_of.iter().map(|word| choice(word, EmploymentKind::from_code)).collect(),
        }),
        text.all.as_ref().map(|parts| Rule::All(criteria(codes, parts))),
        text.any.as_ref().map(|parts| Rule::Any(criteria(codes, parts))),
        text.at_least.as_ref().map(|rule| Rule::AtLeast { count: rule.count, of: criteria(codes, &rule.of) }),
    ];
    let mut kinds = kinds.into_iter().flatten();
    let (Some(rule), None) = (kinds.next(), kinds.next()) else { panic!("a criterion is of one kind") };
    Criterion { id: text.id.as_deref().map(CompactString::from), why: None, rule }
}

fn certification(codes: &Codes, rule: &text::Certification) -> Rule {
    Rule::Certification(match (&rule.any_of, &rule.family, &rule.at_least) {
        (Some(any_of), None, None) => {
            CertificationRule::AnyOf(any_of.iter().map(|code| codes.certification(code)).collect())
        }
        (None, Some(family), Some(at_least)) => {
            CertificationRule::Family { family: family.into(), at_least: codes.certification(at_least) }
        }
        _ => panic!("a certification has any_of, or family and at_least"),
    })
}

pub(super) fn tag(language: &str) -> LanguageTag {
    LanguageTag::new(language).unwrap_or_else(|| panic!("{language:?} is no language tag"))
}

fn language(rule: &text::Language) -> Rule {
    let tags = |tags: &Vec<String>| tags.iter().map(|language| tag(language)).collect();
    Rule::Language(LanguageRule {
        at_least: choice(&rule.at_least, Level::from_code),
        count: rule.count.unwrap_or(1),
        of: rule.of.as_ref().map(tags),
        except: rule.except.as_ref().map(tags).unwrap_or_default(),
    })
}

fn training(codes: &Codes, rule: &text::Training) -> Rule {
    let courses = |list: &Option<Vec<String>>| list.iter().flatten().map(|code| codes.course(code)).collect();
    Rule::Training(TrainingRule {
        all_of: courses(&rule.all_of),
        any_of: courses(&rule.any_of),
        within_months: rule.within_months,
        min_score: rule.min_score.map(number),
    })
}

fn metric(codes: &Codes, rule: &text::Metric) -> Rule {
    let bound = match (rule.at_least, rule.at_most) {
        (Some(bound), None) => Bound::AtLeast(number(bound)),
        (None, Some(bound)) => Bound::AtMost(number(bound)),
        _ => panic!("a metric has at_least or at_most"),
    };
    Rule::Metric(MetricRule {
        metric: codes.metric(&rule.metric),
        months: rule.months,
        bound,
        aggregate: choice_or(&rule.aggregate, Aggregate::from_code, Aggregate::Average),
        min_months: rule.min_months,
        min_sample: rule.min_sample,
    })
}

pub(super) fn limits(limits: &text::Limits) -> Where {
    let list = |list: &Option<Vec<String>>| list.as_ref().map(|list| list.iter().map(CompactString::from).collect());
    let modes = |modes: &Vec<String>| modes.iter().map(|mode| choice(mode, WorkMode::from_code)).collect();
    Where {
        site: list(&limits.site),
        country: list(&limits.country),
        unit: list(&limits.unit),
        work_mode: limits.work_mode.as_ref().map(modes),
    }
}
