//! The catalogue: what an entry may say.

use rules::{Better, Catalogue};

use super::{problem, problems};

fn catalogue(text: &str) -> Catalogue {
    files::read_ladder(text, "ladder.toml").expect("the ladder is taken").catalogue
}

#[test]
fn a_title_defaults_to_the_code() {
    assert_eq!(catalogue("[[skill]]\ncode = \"coaching\"\n").skills[0].title, "coaching");
}

#[test]
fn an_entry_has_all_that_section_8_shows() {
    let read = catalogue(
        "[[certification]]\ncode = \"y\"\ntitle = \"Yellow\"\nissuer = \"ASQ\"\nfamily = \"six-sigma\"\nrank = 2\n\
         validity_months = 36\nlead_days = 30\n[[metric]]\ncode = \"csat\"\nunit = \"%\"\nbetter = \"higher\"\n\
         closes_after_days = 10\n[[metric]]\ncode = \"plain\"\n[[course]]\ncode = \"c\"\nlead_days = 0\n\
         [[job]]\ncode = \"CSR_1.a\"\nlevel = 1\n",
    );
    let certification = &read.certifications[0];
    assert_eq!((certification.title.as_str(), certification.issuer.as_deref()), ("Yellow", Some("ASQ")));
    assert_eq!((certification.family.as_deref(), certification.rank), (Some("six-sigma"), Some(2)));
    assert_eq!((certification.validity_months, certification.lead_days), (Some(36), Some(30)));
    let metric = &read.metrics[0];
    assert_eq!(
        (metric.unit.as_deref(), metric.better, metric.closes_after_days),
        (Some("%"), Some(Better::Higher), 10)
    );
    assert_eq!((read.metrics[1].better, read.metrics[1].closes_after_days), (None, 0));
    assert_eq!(
        (read.courses[0].lead_days, read.jobs[0].level, read.jobs[0].code.as_str()),
        (Some(0), Some(1), "CSR_1.a")
    );
}

#[test]
fn a_missing_code_is_refused_at_the_head_of_the_entry() {
    assert_eq!(problem("\n[[job]]\ntitle = \"CSR\"\n"), "ladder.toml:2: job[0]: the key `code` is missing");
}

#[test]
fn a_code_twice_is_refused_within_its_kind_only() {
    let text = "[[job]]\ncode = \"a\"\n[[course]]\ncode = \"a\"\n[[job]]\ncode = \"a\"\n";
    assert_eq!(problem(text), "ladder.toml:6: job[1].code: the job `a` is there twice");
}

#[test]
fn an_ill_formed_code_is_refused() {
    for code in ["team lead", "-a", "a/b", "café", &"x".repeat(65)] {
        let said = problem(&format!("[[job]]\ncode = \"{code}\"\n"));
        assert!(said.starts_with("ladder.toml:2: job[0].code: a code has at most 64 letters"), "{said}");
    }
    assert_eq!(problem("[[job]]\ncode = \"\"\n"), "ladder.toml:2: job[0].code: the text is empty");
}

#[test]
fn an_unknown_kind_of_entry_is_refused_with_the_nearest() {
    let said = problem("[[jobs]]\ncode = \"csr\"\n");
    assert_eq!(said, "ladder.toml:1: jobs: there is no key `jobs`; did you mean `job`?");
}

#[test]
fn an_unknown_key_of_an_entry_is_refused_with_the_nearest() {
    let said = problem("[[metric]]\ncode = \"csat\"\ncloses_after = 3\n");
    assert_eq!(
        said,
        "ladder.toml:3: metric[0].closes_after: there is no key `closes_after`; did you mean `closes_after_days`?"
    );
}

#[test]
fn values_of_an_entry_that_make_no_sense_are_refused() {
    let said = problems(
        "[[certification]]\ncode = \"c\"\nrank = -1\nvalidity_months = 0\nlead_days = 1.5\nissuer = 3\n\
         [[metric]]\ncode = \"m\"\nbetter = \"more\"\n",
    );
    let range = |least| format!("a whole number from {least} to 1000000 is asked here");
    assert_eq!(
        said,
        [
            format!("ladder.toml:3: certification[0].rank: {}, not `-1`", range(0)),
            format!("ladder.toml:4: certification[0].validity_months: {}, not `0`", range(1)),
            format!("ladder.toml:5: certification[0].lead_days: {}, not `1.5`", range(0)),
            "ladder.toml:6: certification[0].issuer: a text in quotes is asked here, not a number".to_owned(),
            "ladder.toml:9: metric[0].better: one of `higher`, `lower` is asked here, not `more`".to_owned(),
        ]
    );
}

#[test]
fn a_faulty_entry_still_defines_its_code() {
    let text = "[[job]]\ncode = \"csr\"\nlevel = \"one\"\n[[track]]\ncode = \"t\"\nfrom = [\"csr\"]\nto = \"csr\"\n\
                kind = \"lateral\"\neffective_from = 2026-01-01\ncriteria = [{ tenure = { months = 1 } }]\n";
    assert_eq!(problem(text), "ladder.toml:3: job[0].level: a whole number is asked here, not a text");
}

#[test]
fn what_is_no_entry_is_refused() {
    assert_eq!(problem("job = 1\n"), "ladder.toml:1: job: a list is asked here, not a number");
    assert_eq!(problem("[job]\ncode = \"a\"\n"), "ladder.toml:1: job: a list is asked here, not a table");
    assert_eq!(
        problem("job = [{ code = \"a\" },\n 3]\n"),
        "ladder.toml:2: job[1]: a table is asked here, not a number"
    );
}

#[test]
fn more_entries_than_ids_are_refused() {
    let many: String = (0..=65_536).map(|code| format!("{{code=\"j{code}\"}},")).collect();
    let said = problem(&format!("job = [{many}]\n"));
    assert_eq!(said, "ladder.toml:1: job[65536]: there are more than 65536 entries of the kind `job`");
}
