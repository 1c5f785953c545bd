//! The ladder file: what is read, what is refused and how it is said.

mod bounds;
mod entries;
mod leaves;
pub(crate) mod random;
mod tracks;
mod whole;

/// A catalogue with one or two of everything, in 20 lines.
const CATALOGUE: &str = r#"job = [{ code = "csr" }, { code = "team-lead", title = "Team Lead", level = 2 }]
certification = [
  { code = "yellow", family = "six-sigma", rank = 2 },
  { code = "white", family = "six-sigma" },
  { code = "cpim", title = "Planning" },
]
course = [{ code = "bar-raiser" }]
metric = [
  { code = "csat", unit = "%", better = "higher", closes_after_days = 10 },
  { code = "response-time", unit = "s", better = "lower" },
]
skill = [{ code = "coaching" }]
activity = [{ code = "mentoring" }]

[[track]]
code = "up"
from = ["csr"]
to = "team-lead"
kind = "promotion"
effective_from = 2026-01-01
"#;

/// What is said about a ladder that is refused.
fn problems(text: &str) -> Vec<String> {
    let problems = files::read_ladder(text, "ladder.toml").expect_err("the ladder is refused");
    problems.iter().map(ToString::to_string).collect()
}

/// What is said about a ladder with one thing wrong.
fn problem(text: &str) -> String {
    let problems = problems(text);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.into_iter().next().unwrap_or_default()
}

/// A ladder whose only criterion stands in line 22.
fn asking(criterion: &str) -> String {
    format!("{CATALOGUE}criteria = [\n  {criterion},\n]\n")
}

/// What is said about the only criterion of a ladder, without the file and the line, which are asserted.
fn criterion_problem(criterion: &str) -> String {
    let said = problem(&asking(criterion));
    said.strip_prefix("ladder.toml:22: track[0].criteria[0]").map(str::to_owned).unwrap_or(said)
}

/// The only criterion of a ladder that is taken.
fn criterion(criterion: &str) -> rules::Criterion {
    let ladder = files::read_ladder(&asking(criterion), "ladder.toml").expect("the ladder is taken");
    ladder.tracks[0].versions[0].criteria[0].clone()
}
