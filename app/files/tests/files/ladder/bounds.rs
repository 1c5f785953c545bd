//! What a criterion may not say, each with the line and key and what would be right.

use super::{asking, criterion_problem, problem, problems};

#[test]
fn a_criterion_that_asks_nothing_is_refused() {
    let said = criterion_problem(r#"{ id = "nothing" }"#);
    assert!(said.starts_with(": the criterion asks nothing; it needs one of tenure, time_in_job,"), "{said}");
}

#[test]
fn a_criterion_of_two_kinds_is_refused() {
    let said = criterion_problem("{ tenure = { months = 1 }, clear_conduct = { months = 1 } }");
    assert_eq!(
        said,
        ".clear_conduct: the criterion is of two kinds, `tenure` and `clear_conduct`: put them into an `all`"
    );
}

#[test]
fn a_kind_that_is_not_known_is_refused_once_with_the_nearest() {
    let said = criterion_problem("{ time_in_jop = { months = 1 } }");
    assert_eq!(said, ".time_in_jop: there is no key `time_in_jop`; did you mean `time_in_job`?");
}

#[test]
fn a_key_that_is_not_known_is_refused_with_the_nearest() {
    let said = criterion_problem("{ tenure = { months = 1, clok = 1 } }");
    assert_eq!(said, ".tenure.clok: there is no key `clok`; did you mean `clock`?");
}

#[test]
fn a_missing_key_is_refused() {
    assert_eq!(criterion_problem("{ tenure = {} }"), ".tenure: the key `months` is missing");
    assert_eq!(criterion_problem("{ rating = {} }"), ".rating: the key `at_least` is missing");
    let no_count = criterion_problem(r#"{ activity = { activity = "mentoring" } }"#);
    assert_eq!(no_count, ".activity: the key `count` is missing");
}

#[test]
fn a_value_of_the_wrong_type_is_refused() {
    let said = criterion_problem(r#"{ tenure = { months = "12" } }"#);
    assert_eq!(said, ".tenure.months: a whole number is asked here, not a text");
    assert_eq!(criterion_problem("{ tenure = 12 }"), ".tenure: a table is asked here, not a number");
    assert_eq!(criterion_problem("{ all = true }"), ".all: a list is asked here, not true or false");
}

#[test]
fn months_under_1_or_not_whole_are_refused() {
    for (written, at) in [
        ("{ tenure = { months = 0 } }", ".tenure.months"),
        ("{ time_in_job = { months = -3 } }", ".time_in_job.months"),
        ("{ clear_conduct = { months = 1.5 } }", ".clear_conduct.months"),
        (r#"{ training = { all_of = ["bar-raiser"], within_months = 0 } }"#, ".training.within_months"),
        (r#"{ metric = { metric = "csat", months = 0, at_least = 1 } }"#, ".metric.months"),
        (r#"{ metric = { metric = "csat", months = 1, min_months = 0, at_least = 1 } }"#, ".metric.min_months"),
        ("{ rating = { at_least = 3, reviews = 0 } }", ".rating.reviews"),
        (r#"{ activity = { activity = "mentoring", count = 0 } }"#, ".activity.count"),
        ("{ tenure = { months = 1_000_001 } }", ".tenure.months"),
        ("{ tenure = { months = 0x10 } }", ".tenure.months"),
    ] {
        let said = criterion_problem(written);
        let right = format!("{at}: a whole number from 1 to 1000000 is asked here, not `");
        assert!(said.starts_with(&right), "{written}: {said}");
    }
}

#[test]
fn an_unknown_code_is_refused_with_the_nearest_of_its_kind() {
    for (written, said) in [
        (
            r#"{ time_in_job = { months = 1, jobs = ["csr", "team-laed"] } }"#,
            ".time_in_job.jobs[1]: there is no job `team-laed`; did you mean `team-lead`?",
        ),
        (
            r#"{ certification = { any_of = ["yelow"] } }"#,
            ".certification.any_of[0]: there is no certification `yelow`; did you mean `yellow`?",
        ),
        (
            r#"{ certification = { family = "sigma-six", at_least = "yellow" } }"#,
            ".certification.family: there is no certification of the family `sigma-six`",
        ),
        (
            r#"{ certification = { family = "sixsigma", at_least = "yellow" } }"#,
            ".certification.family: there is no certification of the family `sixsigma`; did you mean `six-sigma`?",
        ),
        (
            r#"{ training = { any_of = ["barraiser"] } }"#,
            ".training.any_of[0]: there is no course `barraiser`; did you mean `bar-raiser`?",
        ),
        (
            r#"{ metric = { metric = "csta", months = 1, at_least = 1 } }"#,
            ".metric.metric: there is no metric `csta`; did you mean `csat`?",
        ),
        (
            r#"{ skill = { skill = "coachin", at_least = 1 } }"#,
            ".skill.skill: there is no skill `coachin`; did you mean `coaching`?",
        ),
        (r#"{ activity = { activity = "csat", count = 1 } }"#, ".activity.activity: there is no activity `csat`"),
    ] {
        assert_eq!(criterion_problem(written), said);
    }
}

#[test]
fn a_word_outside_a_closed_list_is_refused_with_the_list() {
    let said = criterion_problem(r#"{ tenure = { months = 1, clock = "hire" } }"#);
    assert_eq!(said, ".tenure.clock: one of `service_date`, `hired_on` is asked here, not `hire`");
    let said = criterion_problem(r#"{ language = { at_least = "b2" } }"#);
    assert_eq!(said, ".language.at_least: one of `A1`, `A2`, `B1`, `B2`, `C1`, `C2`, `native` is asked here, not `b2`");
    let said = criterion_problem(r#"{ employment = { any_of = ["fulltime"] } }"#);
    assert_eq!(said, ".employment.any_of[0]: one of `full_time`, `part_time`, `gig` is asked here, not `fulltime`");
}

#[test]
fn a_metric_without_a_bound_or_with_two_is_refused() {
    let none = criterion_problem(r#"{ metric = { metric = "csat", months = 1 } }"#);
    assert_eq!(none, ".metric: the bound is missing: `at_least` or `at_most`");
    let two = criterion_problem(r#"{ metric = { metric = "csat", months = 1, at_least = 1, at_most = 2 } }"#);
    assert_eq!(two, ".metric.at_most: there are two bounds: either `at_least` or `at_most`");
}

#[test]
fn a_percentage_over_100_is_refused_and_another_unit_may_pass_it() {
    let said = criterion_problem(r#"{ metric = { metric = "csat", months = 1, at_least = 100.5 } }"#);
    assert_eq!(said, ".metric.at_least: `csat` is a percentage: 100.5 is over 100");
    let said = criterion_problem(r#"{ metric = { metric = "csat", months = 1, at_most = 101 } }"#);
    assert_eq!(said, ".metric.at_most: `csat` is a percentage: 101 is over 100");
    super::criterion(r#"{ metric = { metric = "csat", months = 1, at_least = 100 } }"#);
    super::criterion(r#"{ metric = { metric = "response-time", months = 1, at_most = 600 } }"#);
}

#[test]
fn more_months_with_a_value_than_months_are_refused() {
    let said = criterion_problem(r#"{ metric = { metric = "csat", months = 3, min_months = 4, at_least = 1 } }"#);
    assert_eq!(said, ".metric.min_months: 4 months with a value are asked, of 3");
}

#[test]
fn a_number_with_more_than_four_decimals_is_refused_and_none_is_rounded() {
    let said = criterion_problem("{ rating = { at_least = 3.00001 } }");
    assert!(said.starts_with(".rating.at_least: a number is written with digits"), "{said}");
    for odd in ["3e1", "inf", "nan", "123456789012345"] {
        let said = criterion_problem(&format!("{{ rating = {{ at_least = {odd} }} }}"));
        assert!(said.starts_with(".rating.at_least: a number "), "{odd}: {said}");
    }
    let exact = super::criterion("{ rating = { at_least = 0.3001 } }").rule;
    assert_eq!(exact, rules::Rule::Rating { at_least: rules::Decimal::from_units(3001), reviews: 1 });
    let signed = super::criterion("{ rating = { at_least = +4 } }").rule;
    assert_eq!(signed, rules::Rule::Rating { at_least: 4.into(), reviews: 1 });
}

#[test]
fn a_certification_asks_for_a_list_or_a_family_and_not_both() {
    let right = ": a certification asks for either `any_of`, or `family` with `at_least`";
    for written in [
        r#"{ certification = {} }"#,
        r#"{ certification = { family = "six-sigma" } }"#,
        r#"{ certification = { at_least = "yellow" } }"#,
        r#"{ certification = { any_of = ["yellow"], family = "six-sigma", at_least = "yellow" } }"#,
        r#"{ certification = { any_of = ["yellow"], at_least = "yellow" } }"#,
    ] {
        assert_eq!(criterion_problem(written), format!(".certification{right}"), "{written}");
    }
}

#[test]
fn a_certification_outside_the_family_or_without_a_rank_bounds_nothing() {
    let outside = criterion_problem(r#"{ certification = { family = "six-sigma", at_least = "cpim" } }"#);
    assert_eq!(outside, ".certification.at_least: `cpim` is not in the family `six-sigma`");
    let unranked = criterion_problem(r#"{ certification = { family = "six-sigma", at_least = "white" } }"#);
    assert_eq!(unranked, ".certification.at_least: `white` has no rank in its family");
}

#[test]
fn a_training_without_courses_is_refused() {
    let said = criterion_problem("{ training = { within_months = 12 } }");
    assert_eq!(said, ".training: a training asks for `all_of`, `any_of` or both");
}

#[test]
fn an_empty_list_or_group_is_refused() {
    for (written, at) in [
        ("{ all = [] }", ".all"),
        ("{ any = [] }", ".any"),
        ("{ at_least = { count = 1, of = [] } }", ".at_least.of"),
        ("{ time_in_job = { months = 1, jobs = [] } }", ".time_in_job.jobs"),
        ("{ certification = { any_of = [] } }", ".certification.any_of"),
        ("{ training = { all_of = [] } }", ".training.all_of"),
        (r#"{ language = { at_least = "A1", except = [] } }"#, ".language.except"),
        ("{ employment = { any_of = [] } }", ".employment.any_of"),
    ] {
        let right = format!("{at}: the list is empty: leave the key out, or name something");
        assert_eq!(criterion_problem(written), right);
    }
    assert_eq!(
        problem(&format!("{}criteria = []\n", super::CATALOGUE)),
        "ladder.toml:21: track[0].criteria: the list is empty: leave the key out, or name something"
    );
}

#[test]
fn more_parts_than_there_are_cannot_be_asked() {
    let part = "{ tenure = { months = 1 } }";
    let said = criterion_problem(&format!("{{ at_least = {{ count = 3, of = [{part}, {part}] }} }}"));
    assert_eq!(said, ".at_least.count: 3 are asked, of 2 parts");
    let said = criterion_problem(&format!("{{ at_least = {{ count = 0, of = [{part}, {part}] }} }}"));
    assert_eq!(said, ".at_least.count: a whole number from 1 to 1000000 is asked here, not `0`");
}

#[test]
fn more_languages_than_count_cannot_be_asked() {
    let said =
        criterion_problem(r#"{ language = { at_least = "B2", count = 2, of = ["en", "EN", "de"], except = ["de"] } }"#);
    assert_eq!(said, ".language.count: 2 languages are asked, of 1 that count");
    let said = criterion_problem(r#"{ language = { at_least = "B2", of = ["de"], except = ["de"] } }"#);
    assert_eq!(said, ".language: 1 languages are asked, of 0 that count");
}

#[test]
fn a_language_that_is_no_tag_is_refused() {
    let said = criterion_problem(r#"{ language = { at_least = "B2", of = ["English please"] } }"#);
    assert_eq!(said, ".language.of[0]: a language is a BCP 47 tag, as in `en` or `pt-BR`, not `English please`");
}

#[test]
fn a_skill_level_outside_1_to_5_is_refused() {
    for level in [0, 6, 300] {
        let said = criterion_problem(&format!(r#"{{ skill = {{ skill = "coaching", at_least = {level} }} }}"#));
        assert_eq!(said, format!(".skill.at_least: a skill's level is 1 to 5, not {level}"));
    }
}

#[test]
fn an_ill_formed_id_is_refused() {
    for id in ["1st", "-x", "has blank", "under_score", "é", &"x".repeat(65)] {
        let said = criterion_problem(&format!(r#"{{ id = "{id}", tenure = {{ months = 1 }} }}"#));
        let right = "an id is a letter, then letters (a to z), digits and hyphens, at most 64 in all";
        assert_eq!(said, format!(".id: {right}"), "{id}");
    }
}

#[test]
fn an_id_twice_in_a_track_version_is_refused_even_within_groups() {
    let one = r#"{ id = "x", tenure = { months = 1 } }"#;
    let said = problem(&asking(&format!("{one},\n  {{ any = [ {one} ] }}")));
    assert_eq!(said, "ladder.toml:23: track[0].criteria[1].any[0].id: the id `x` is taken in this track, in line 22");
}

#[test]
fn an_empty_reason_is_refused() {
    assert_eq!(criterion_problem(r#"{ tenure = { months = 1 }, why = " " }"#), ".why: the text is empty");
    let said = criterion_problem(r#"{ tenure = { months = 1 }, why = "a\u0000b" }"#);
    assert_eq!(said, ".why: the text has a control character in it");
}

#[test]
fn every_problem_is_told_at_once_in_the_order_of_lines() {
    let said = problems(&asking(
        "{ tenure = { months = 0 } },\n  { rating = { at_least = \"x\" } },\n  { all = [ { skill = {} } ] }",
    ));
    let places: Vec<_> = said.iter().map(|line| line.split(": ").take(2).collect::<Vec<_>>().join(" ")).collect();
    let skill = "ladder.toml:24 track[0].criteria[2].all[0].skill";
    assert_eq!(
        places,
        [
            "ladder.toml:22 track[0].criteria[0].tenure.months",
            "ladder.toml:23 track[0].criteria[1].rating.at_least",
            skill,
            skill,
        ]
    );
}
