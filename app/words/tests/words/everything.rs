//! Everything that can be said, as one text to read: the walk that the other tests rest on.

use std::fmt::Write;

use rules::{
    Assessor, Day, EmploymentKind, Kind, Ladder, LanguageTag, Level, NotApplicableReason, State, Status, TrackKind,
    TrackVersion, Where, WorkMode,
};
use words::{English, Reader, Telling};

use crate::findings::{Case, as_of, cases};
use crate::ladder::{day, ladder, version};
use crate::tracks::{assessments, evidence, steps, team_lead};

/// All of it, as `sentences.txt` has it.
pub(crate) fn told(words: &English) -> String {
    let ladder = ladder();
    let mut text = String::new();
    for kind in Kind::ALL {
        heading(&mut text, kind.code());
        for case in cases().iter().filter(|case| case.finding.kind == *kind) {
            tell(&mut text, words, &ladder, case);
        }
    }
    heading(&mut text, "headlines and plans");
    let lead = team_lead();
    for assessment in assessments() {
        let _ = writeln!(text, "{}", assessment.decision.status);
        for reader in [Reader::Own, Reader::Other("Ana Cruz")] {
            let telling = telling(&ladder, &lead, reader, None);
            let _ = writeln!(text, "  {}", words.headline(&telling, &assessment));
            let _ = writeln!(text, "  {}", words.plan(&telling, &assessment));
        }
    }
    heading(&mut text, "steps");
    for (criterion, action) in steps() {
        let _ = writeln!(text, "{}", words.step(&telling(&ladder, &lead, Reader::Own, None), &criterion, &action));
    }
    heading(&mut text, "facts that decided");
    for fact in evidence() {
        let _ = writeln!(text, "{}", words.evidence(&ladder, &fact).as_deref().unwrap_or("(nothing of conduct)"));
    }
    titles(&mut text, words);
    text
}

/// A finding in short, in full to the person and in full to somebody else.
fn tell(text: &mut String, words: &English, ladder: &Ladder, case: &Case) {
    let version = version(Where::default(), vec![case.criterion.clone()]);
    let in_full = |reader| {
        let telling = telling(ladder, &version, reader, case.cut_off);
        words.explanation(&telling, &case.criterion, &case.finding)
    };
    let short = words.finding(ladder, &case.criterion, &case.finding, as_of());
    let (own, other) = (in_full(Reader::Own), in_full(Reader::Other("Ana Cruz")));
    let _ = writeln!(text, "{}\n  {short}\n  {own}", case.finding.state);
    if other != own {
        let _ = writeln!(text, "  {other}");
    }
    if let Some(sum) = words.sum(ladder, &case.criterion, &case.finding) {
        let lines = sum.lines.iter().chain(&sum.result).map(|(label, number)| format!("{label}: {number}"));
        let _ = writeln!(text, "  {}", lines.collect::<Vec<_>>().join(" · "));
    }
}

/// What the tellings of these tests have in common.
pub(crate) fn telling<'a>(
    ladder: &'a Ladder,
    version: &'a TrackVersion,
    reader: Reader<'a>,
    cut_off: Option<Day>,
) -> Telling<'a> {
    Telling { ladder, version, reader, as_of: as_of(), cut_off }
}

fn titles(text: &mut String, words: &English) {
    let mut list = |name: &str, items: Vec<String>| {
        heading(text, name);
        let _ = writeln!(text, "{}", items.join(" · "));
    };
    list("statuses", Status::ALL.iter().map(|status| words.status(*status)).collect());
    let reasons = NotApplicableReason::ALL.iter();
    list("why a track does not apply", reasons.map(|reason| words.not_applicable(*reason)).collect());
    list("states", State::ALL.iter().map(|state| words.state(*state)).collect());
    list("kinds", Kind::ALL.iter().map(|kind| words.kind(*kind)).collect());
    list("levels", Level::ALL.iter().map(|level| words.level(*level)).collect());
    list("ways of employment", EmploymentKind::ALL.iter().map(|kind| words.employment_kind(*kind)).collect());
    list("ways of working", WorkMode::ALL.iter().map(|mode| words.work_mode(*mode)).collect());
    list("kinds of track", TrackKind::ALL.iter().map(|kind| words.track_kind(*kind)).collect());
    list("assessors", Assessor::ALL.iter().map(|assessor| words.assessor(*assessor)).collect());
    list("months", (0..12).map(|month| words.date(day("2026-01-31").plus_months(month))).collect());
    list("months by name", (1..=12).map(|month| words.month_name(month)).collect());
    list("days of a week", (0..7).map(|days| words.weekday_date(as_of().plus_days(days))).collect());
    list("instants", vec![words.instant(&model::Zone::UTC, "2026-11-22T16:05:00Z".parse().expect("an instant"))]);
    let away = [0, 1, 2, -1, -2].map(|days| words.from_today(as_of(), as_of().plus_days(days)));
    list("how far away", away.to_vec());
    let durations = [(0, 0), (0, 1), (0, 2), (1, 0), (2, 1), (12, 0)];
    list("durations", durations.iter().map(|(months, days)| words.duration(*months, *days)).collect());
    list("lengths", vec![words.months(1), words.months(2), words.days(1), words.days(2)]);
    list("languages", named_languages(words));
}

/// Every language of two or three letters that has a name, one that has none, and a regional one.
fn named_languages(words: &English) -> Vec<String> {
    let letters = || ('a'..='z').map(String::from);
    let two = || letters().flat_map(|a| letters().map(move |b| format!("{a}{b}")));
    let three = two().flat_map(|start| letters().map(move |c| format!("{start}{c}")));
    let name = |tag: &str| words.language(&LanguageTag::new(tag).expect("a tag"));
    let named = two().chain(three).filter(|tag| name(tag) != *tag).map(|tag| name(&tag));
    named.chain(["tlh", "pt-BR"].map(name)).collect()
}

fn heading(text: &mut String, name: &str) {
    let _ = writeln!(text, "{}── {name}", if text.is_empty() { "" } else { "\n" });
}
