//! Every kind of criterion, as it is read.

use rules::{
    Aggregate, Assessor, Bound, CertificationId, CertificationRule, Clock, CourseId, EmploymentKind, JobId,
    LanguageRule, LanguageTag, Level, MetricId, MetricRule, Rule, SkillId, TrainingRule,
};

use super::criterion;

fn rule(written: &str) -> Rule {
    criterion(written).rule
}

fn tag(tag: &str) -> LanguageTag {
    LanguageTag::new(tag).expect("a tag")
}

#[test]
fn a_criterion_has_its_id_and_its_reason() {
    let criterion = criterion(r#"{ id = "time", tenure = { months = 12 }, why = "They know the house" }"#);
    assert_eq!(criterion.id.as_deref(), Some("time"));
    assert_eq!(criterion.why.as_deref(), Some("They know the house"));
}

#[test]
fn tenure_counts_from_the_service_date_unless_said_otherwise() {
    assert_eq!(rule("{ tenure = { months = 12 } }"), Rule::Tenure { months: 12, clock: Clock::ServiceDate });
    let from_hire = rule(r#"{ tenure = { months = 6, clock = "hired_on" } }"#);
    assert_eq!(from_hire, Rule::Tenure { months: 6, clock: Clock::HiredOn });
}

#[test]
fn time_in_job_may_name_jobs() {
    assert_eq!(rule("{ time_in_job = { months = 12 } }"), Rule::TimeInJob { months: 12, jobs: None });
    let named = rule(r#"{ time_in_job = { months = 12, jobs = ["team-lead", "csr"] } }"#);
    assert_eq!(named, Rule::TimeInJob { months: 12, jobs: Some(vec![JobId(1), JobId(0)]) });
}

#[test]
fn a_certification_is_one_of_a_list_or_of_a_family_from_a_rank_on() {
    let listed = rule(r#"{ certification = { any_of = ["cpim", "yellow"] } }"#);
    let any_of = CertificationRule::AnyOf(vec![CertificationId(2), CertificationId(0)]);
    assert_eq!(listed, Rule::Certification(any_of));
    let ranked = rule(r#"{ certification = { family = "six-sigma", at_least = "yellow" } }"#);
    let family = CertificationRule::Family { family: "six-sigma".into(), at_least: CertificationId(0) };
    assert_eq!(ranked, Rule::Certification(family));
}

#[test]
fn language_tags_are_compared_ignoring_case() {
    let read = rule(r#"{ language = { at_least = "B2", count = 2, of = ["EN", "pt-br", "de"], except = ["De"] } }"#);
    let of = Some(vec![tag("en"), tag("pt-BR"), tag("de")]);
    assert_eq!(read, Rule::Language(LanguageRule { at_least: Level::B2, count: 2, of, except: vec![tag("de")] }));
    let one = LanguageRule { at_least: Level::Native, count: 1, of: None, except: vec![] };
    assert_eq!(rule(r#"{ language = { at_least = "native" } }"#), Rule::Language(one));
}

#[test]
fn a_training_may_ask_for_courses_a_term_and_a_score() {
    let all = r#"all_of = ["bar-raiser"], any_of = ["bar-raiser"], within_months = 24, min_score = 80.5"#;
    let score = "80.5".parse().ok();
    let courses = vec![CourseId(0)];
    let expected = TrainingRule { all_of: courses.clone(), any_of: courses, within_months: Some(24), min_score: score };
    assert_eq!(rule(&format!("{{ training = {{ {all} }} }}")), Rule::Training(expected));
}

#[test]
fn a_metric_has_one_bound_and_may_say_how_months_make_a_number() {
    let bare = rule(r#"{ metric = { metric = "csat", months = 3, at_least = 90 } }"#);
    let expected = MetricRule {
        metric: MetricId(0),
        months: 3,
        bound: Bound::AtLeast(90.into()),
        aggregate: Aggregate::Average,
        min_months: None,
        min_sample: None,
    };
    assert_eq!(bare, Rule::Metric(expected.clone()));
    let full = r#"{ metric = { metric = "response-time", months = 3, at_most = 45.25, aggregate = "latest", min_months = 2, min_sample = 0 } }"#;
    let bound = Bound::AtMost("45.25".parse().expect("a number"));
    let expected = MetricRule {
        metric: MetricId(1),
        bound,
        aggregate: Aggregate::Latest,
        min_months: Some(2),
        min_sample: Some(0),
        ..expected
    };
    assert_eq!(rule(full), Rule::Metric(expected));
}

#[test]
fn the_other_leaves_are_read_with_their_defaults() {
    assert_eq!(
        rule("{ rating = { at_least = 3.5 } }"),
        Rule::Rating { at_least: "3.5".parse().expect("3.5"), reviews: 1 }
    );
    assert_eq!(rule("{ rating = { at_least = 4, reviews = 2 } }"), Rule::Rating { at_least: 4.into(), reviews: 2 });
    let skill = Rule::Skill { skill: SkillId(0), at_least: 3, assessor: Assessor::Manager };
    assert_eq!(rule(r#"{ skill = { skill = "coaching", at_least = 3 } }"#), skill);
    let by_self = Rule::Skill { skill: SkillId(0), at_least: 5, assessor: Assessor::Myself };
    assert_eq!(rule(r#"{ skill = { skill = "coaching", at_least = 5, assessor = "self" } }"#), by_self);
    let activity = Rule::Activity { activity: rules::ActivityId(0), count: 3, within_months: Some(12) };
    assert_eq!(rule(r#"{ activity = { activity = "mentoring", count = 3, within_months = 12 } }"#), activity);
    assert_eq!(rule("{ clear_conduct = { months = 6 } }"), Rule::ClearConduct { months: 6 });
    let employed = Rule::Employment { any_of: vec![EmploymentKind::Gig, EmploymentKind::FullTime] };
    assert_eq!(rule(r#"{ employment = { any_of = ["gig", "full_time"] } }"#), employed);
}

#[test]
fn groups_stand_in_groups() {
    let read = rule(
        r#"{ any = [
             { all = [ { tenure = { months = 1 } }, { clear_conduct = { months = 2 } } ] },
             { at_least = { count = 2, of = [ { tenure = { months = 3 } }, { tenure = { months = 4 } } ] } },
           ] }"#,
    );
    let plain = |rule| rules::Criterion { id: None, why: None, rule };
    let tenure = |months| plain(Rule::Tenure { months, clock: Clock::ServiceDate });
    let all = plain(Rule::All(vec![tenure(1), plain(Rule::ClearConduct { months: 2 })]));
    let at_least = plain(Rule::AtLeast { count: 2, of: vec![tenure(3), tenure(4)] });
    assert_eq!(read, Rule::Any(vec![all, at_least]));
}
