//! Answers for whole tracks: an assessment of every status, with and without a plan, and steps and facts of every kind.

use rules::{
    Action, Aggregate, Assessment, Assessor, Bound, CertificationRule, CourseId, Criterion, Day, Decision,
    EmploymentKind, Evidence, Finding, LanguageRule, Level, Measure, MetricId, MetricRule, NotApplicableReason, Path,
    Plan, Progress, Rule, SkillId, State, Status, Step, Timeline, TrackId, TrackVersion, TrainingRule, Where, WorkMode,
};

use crate::findings::as_of;
use crate::ladder::{CSR, GREEN, ITIL, MENTORING, YELLOW, asks, day, number, tag, tags, version};

fn top(at: usize) -> Path {
    Path::default().part(at)
}

fn belt() -> Rule {
    Rule::Certification(CertificationRule::Family { family: "six-sigma".into(), at_least: YELLOW })
}

fn rating() -> Rule {
    Rule::Rating { at_least: number("3.5"), reviews: 1 }
}

fn skill() -> Rule {
    Rule::Skill { skill: SkillId(0), at_least: 4, assessor: Assessor::Manager }
}

/// Three criteria, the last a group; and limits of every kind.
pub(crate) fn team_lead() -> TrackVersion {
    let limits = Where {
        site: Some(vec!["Cebu".into(), "Manila".into()]),
        country: Some(vec!["PH".into()]),
        unit: Some(vec!["Voice".into()]),
        work_mode: Some(WorkMode::ALL.to_vec()),
    };
    let group = Rule::Any(vec![asks(skill()), asks(Rule::ClearConduct { months: 6 })]);
    version(limits, vec![asks(belt()), asks(rating()), asks(group)])
}

fn finding(path: Path, rule: &Rule, state: State) -> Finding {
    Finding {
        path,
        id: None,
        kind: rule.kind(),
        state,
        met_since: None,
        earliest_on: None,
        lapses_on: None,
        progress: Progress::NONE,
        timeline: Timeline::NEVER,
        measure: Measure::Skill { level: None },
        evidence: Vec::new(),
    }
}

fn assessment(status: Status, reason: Option<NotApplicableReason>, dates: [Option<&str>; 5], plan: Plan) -> Assessment {
    let [since, earliest, verified, known, lapses] = dates.map(|date| date.map(day));
    let group = Rule::Any(Vec::new());
    Assessment {
        track: TrackId(0),
        as_of: as_of(),
        criteria_effective_from: day("2026-01-01"),
        decision: Decision {
            status,
            reason,
            eligible_since: since,
            earliest_on: earliest,
            earliest_on_if_verified: verified,
            earliest_on_if_known: known,
            lapses_on: lapses,
            next_change_on: None,
            stale_on: None,
            next_version: None,
        },
        progress: Progress::NONE,
        binding: vec![top(0), top(2)],
        timeline: Timeline::NEVER,
        findings: vec![
            finding(top(0), &belt(), State::Unverified),
            finding(top(1), &rating(), State::NoEvidence),
            Finding { lapses_on: lapses, ..finding(top(2), &group, State::Met) },
            finding(top(2).part(0), &skill(), State::NoEvidence),
            finding(top(2).part(1), &Rule::ClearConduct { months: 6 }, State::Met),
        ],
        plan,
    }
}

pub(crate) fn assessments() -> Vec<Assessment> {
    let (now, then, later, sooner) = (Some("2026-11-22"), Some("2027-02-01"), Some("2027-03-01"), Some("2026-12-05"));
    let plan = |on: Option<&str>, steps: usize, blocked_by: Vec<Path>| {
        let action =
            Action { path: top(1), kind: rating().kind(), lead_days: 30, start_by: as_of(), step: Step::Rating };
        Plan { eligible_on: on.map(day), actions: vec![action; steps], blocked_by }
    };
    let none = || plan(None, 0, Vec::new());
    let mut all = vec![
        assessment(Status::Eligible, None, [Some("2026-03-01"), now, now, now, None], plan(now, 0, Vec::new())),
        assessment(Status::Eligible, None, [Some("2026-03-01"), now, now, now, then], plan(now, 0, Vec::new())),
        assessment(Status::OnCourse, None, [None, then, then, then, None], plan(then, 0, Vec::new())),
        assessment(Status::OnCourse, None, [None, later, then, then, None], plan(then, 1, Vec::new())),
        assessment(Status::OnCourse, None, [None, later, then, sooner, None], plan(then, 2, Vec::new())),
        assessment(Status::CannotTell, None, [None, None, then, then, None], none()),
        assessment(Status::CannotTell, None, [None, None, None, sooner, None], plan(None, 0, vec![top(0), top(1)])),
        assessment(Status::NeedsAction, None, [None; 5], plan(None, 0, vec![top(0)])),
    ];
    all.extend(
        NotApplicableReason::ALL
            .iter()
            .map(|reason| assessment(Status::NotApplicable, Some(*reason), [None; 5], none())),
    );
    all
}

/// Every kind of step, in every shape, with the rule that it is for; and one that is for another rule.
pub(crate) fn steps() -> Vec<(Criterion, Action)> {
    let courses = |ids: &[u16]| ids.iter().copied().map(CourseId).collect::<Vec<_>>();
    let training = |min_score: Option<&str>| {
        let min_score = min_score.map(number);
        Rule::Training(TrainingRule { all_of: courses(&[0]), any_of: courses(&[1, 2]), within_months: None, min_score })
    };
    let language = |at_least, of: Option<&str>| {
        Rule::Language(LanguageRule { at_least, count: 2, of: of.map(tags), except: Vec::new() })
    };
    let speak = |count, nearest: &str| Step::Language { count, nearest: tags(nearest) };
    let metric = |metric, months, bound| {
        let (metric, aggregate) = (MetricId(metric), Aggregate::Average);
        Rule::Metric(MetricRule { metric, months, bound, aggregate, min_months: None, min_sample: None })
    };
    let (least, most) = (Bound::AtLeast(number("90")), Bound::AtMost(number("300")));
    let skill = |assessor| Rule::Skill { skill: SkillId(0), at_least: 4, assessor };
    let mentoring = || Rule::Activity { activity: MENTORING, count: 3, within_months: Some(12) };
    let itil = Rule::Certification(CertificationRule::Family { family: "itil".into(), at_least: ITIL });
    let either = Rule::Certification(CertificationRule::AnyOf(vec![GREEN, ITIL]));
    let all = vec![
        (belt(), Step::Certification { any_of: vec![YELLOW, GREEN] }),
        (itil, Step::Certification { any_of: vec![ITIL] }),
        (either, Step::Certification { any_of: vec![ITIL, GREEN] }),
        (training(None), Step::Training { all_of: courses(&[0]), any_of: Vec::new() }),
        (training(Some("80")), Step::Training { all_of: courses(&[0]), any_of: courses(&[1, 2]) }),
        (language(Level::B2, None), speak(1, "")),
        (language(Level::Native, None), speak(2, "es")),
        (language(Level::B2, Some("de fr it")), speak(1, "")),
        (language(Level::B2, Some("de fr it")), speak(2, "fr it")),
        (language(Level::B2, Some("de fr")), speak(2, "fr")),
        (language(Level::B2, Some("de fr")), speak(1, "fr")),
        (metric(1, 3, least), Step::Metric),
        (metric(2, 1, most), Step::Metric),
        (rating(), Step::Rating),
        (Rule::Rating { at_least: number("4"), reviews: 2 }, Step::Rating),
        (skill(Assessor::Manager), Step::Skill),
        (skill(Assessor::Peer), Step::Skill),
        (skill(Assessor::Myself), Step::Skill),
        (mentoring(), Step::Activity { missing: 1 }),
        (mentoring(), Step::Activity { missing: 2 }),
        (mentoring(), Step::Rating),
    ];
    let action = |(at, (rule, step)): (usize, (Rule, Step))| {
        let (path, kind, lead_days) = (top(at), rule.kind(), if at == 0 { 1 } else { 30 });
        (asks(rule), Action { path, kind, lead_days, start_by: day("2027-01-02"), step })
    };
    all.into_iter().enumerate().map(action).collect()
}

/// Every kind of fact, in every shape.
pub(crate) fn evidence() -> Vec<Evidence> {
    let (from, end): (Day, Option<Day>) = (day("2023-12-01"), Some(day("2026-11-30")));
    let kind = EmploymentKind::FullTime;
    let month = "2026-10".parse().expect("a month");
    let certification = |expires_on, revoked_on, claimed| Evidence::Certification {
        certification: GREEN,
        issued_on: from,
        expires_on,
        revoked_on,
        claimed,
    };
    let language = |level, expires_on, claimed| Evidence::Language {
        language: tag("es"),
        level,
        assessed_on: from,
        expires_on,
        claimed,
    };
    let metric = |metric, sample| Evidence::Metric { metric: MetricId(metric), month, value: number("92.5"), sample };
    let completion = |score| Evidence::Completion { course: CourseId(0), completed_on: from, score };
    vec![
        Evidence::ServiceDate { service_date: from },
        Evidence::Employment { hired_on: from, left_on: None, employment: kind },
        Evidence::Employment { hired_on: from, left_on: end, employment: kind },
        Evidence::Assignment { job: CSR, started_on: from, ended_on: None },
        Evidence::Assignment { job: CSR, started_on: from, ended_on: end },
        Evidence::Leave { started_on: from, ended_on: None },
        Evidence::Leave { started_on: from, ended_on: end },
        certification(None, None, false),
        certification(end, None, true),
        certification(end, Some(day("2026-05-01")), false),
        language(Level::B2, None, false),
        language(Level::Native, end, true),
        completion(None),
        completion(Some(number("87.5"))),
        Evidence::Booking { course: CourseId(0), planned_on: day("2027-01-15") },
        metric(0, None),
        metric(3, Some(120)),
        Evidence::Review { reviewed_on: from, rating: number("4") },
        Evidence::Skill { skill: SkillId(0), level: 3, assessed_on: from },
        Evidence::Activity { activity: MENTORING, occurred_on: from, count: 1 },
        Evidence::Activity { activity: MENTORING, occurred_on: from, count: 2 },
        Evidence::Conduct { issued_on: from, closed_on: end },
        Evidence::Waiver { from_on: from, until_on: day("2026-11-30") },
    ]
}
