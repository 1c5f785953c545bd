//! A finding of every kind in every state that it can have, and of every shape of what is measured.

use rules::{
    Aggregate, Assessor, Bound, CertificationId, CertificationRule, Clock, CourseId, Criterion, Day, EmploymentKind,
    Evidence, Finding, HeldCredential, HeldStanding, LanguageRule, Level, Measure, MetricId, MetricRule, Path,
    Progress, Rule, SkillId, State, Timeline, TrainingRule,
};

use crate::ladder::{CSR, GREEN, ITIL, MENTORING, SENIOR, YELLOW, asks, day, number, tag, tags};

/// A criterion and a finding about it.
pub(crate) struct Case {
    pub(crate) criterion: Criterion,
    pub(crate) finding: Finding,
    pub(crate) cut_off: Option<Day>,
}

pub(crate) fn as_of() -> Day {
    day("2026-11-22")
}

fn case(rule: &Rule, state: State, measure: Measure) -> Case {
    let finding = Finding {
        path: Path::default().part(0),
        id: None,
        kind: rule.kind(),
        state,
        met_since: state.is_met().then(|| day("2026-03-01")),
        earliest_on: (state == State::NotYet).then(|| day("2027-02-01")),
        lapses_on: None,
        progress: Progress::NONE,
        timeline: Timeline::NEVER,
        measure,
        evidence: Vec::new(),
    };
    Case { criterion: asks(rule.clone()), finding, cut_off: None }
}

impl Case {
    fn lapsing(mut self, on: &str) -> Case {
        self.finding.lapses_on = Some(day(on));
        self
    }

    /// Since when it holds is not for this reader.
    fn withheld(mut self) -> Case {
        self.finding.met_since = None;
        self
    }

    fn never(mut self) -> Case {
        self.finding.earliest_on = None;
        self
    }

    fn reached(mut self, on: &str) -> Case {
        self.finding.earliest_on = Some(day(on));
        self
    }

    fn before(mut self, cut_off: &str) -> Case {
        self.cut_off = Some(day(cut_off));
        self
    }

    fn waived(mut self, from: &str, until: &str) -> Case {
        self.finding.evidence.push(Evidence::Waiver { from_on: day(from), until_on: day(until) });
        self
    }
}

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = service();
    cases.extend(certification());
    cases.extend(language());
    cases.extend(training());
    cases.extend(metric());
    cases.extend(rating());
    cases.extend(skill_and_activity());
    cases.extend(conduct_and_employment());
    cases.extend(groups());
    cases.extend(no_more_than_the_state());
    cases
}

/// The finding of section 9 of the rules.
pub(crate) fn section_9() -> Case {
    let rule = Rule::TimeInJob { months: 12, jobs: None };
    case(&rule, State::NotYet, served("2026-02-01", 9, 21, 0))
}

/// The three sentences of the specification.
pub(crate) fn time_in_job_from_19_february() -> Case {
    let rule = Rule::TimeInJob { months: 12, jobs: None };
    case(&rule, State::NotYet, served("2026-02-19", 9, 3, 0)).reached("2027-02-19")
}

pub(crate) fn csat_with_one_month() -> Case {
    case(&csat(), State::Insufficient, measured(Some("91"), 1, 0))
}

pub(crate) fn green_belt_that_ends_before_the_cut_off() -> Case {
    let held = held(GREEN, Some("2026-12-01"), HeldStanding::InForce);
    case(&yellow_belt(), State::Met, held).lapsing("2026-12-01").before("2026-12-15")
}

fn served(since: &str, months: u32, days: u32, leave_days: u32) -> Measure {
    Measure::Service { since: Some(day(since)), months, days, leave_days }
}

fn service() -> Vec<Case> {
    let not_served = || Measure::Service { since: None, months: 0, days: 0, leave_days: 0 };
    let tenure = Rule::Tenure { months: 24, clock: Clock::ServiceDate };
    let since_hire = Rule::Tenure { months: 1, clock: Clock::HiredOn };
    let in_job = Rule::TimeInJob { months: 12, jobs: None };
    let in_jobs = Rule::TimeInJob { months: 12, jobs: Some(vec![CSR, SENIOR]) };
    vec![
        section_9(),
        time_in_job_from_19_february(),
        case(&tenure, State::Met, served("2024-01-22", 34, 0, 0)),
        case(&tenure, State::Met, served("2024-01-22", 33, 1, 29)).lapsing("2027-01-01"),
        case(&tenure, State::NotYet, served("2026-11-22", 0, 0, 0)),
        case(&tenure, State::NotYet, served("2026-11-01", 0, 20, 1)),
        case(&tenure, State::Waived, served("2026-11-01", 0, 21, 0)).waived("2026-11-01", "2026-12-31"),
        case(&tenure, State::Unmet, not_served()),
        case(&since_hire, State::Unmet, served("2026-11-21", 0, 1, 30)),
        case(&in_job, State::Met, served("2025-02-01", 21, 21, 1)),
        case(&in_job, State::Unmet, not_served()),
        case(&in_jobs, State::NotYet, served("2026-02-01", 8, 22, 30)),
        case(&in_jobs, State::Waived, served("2026-02-01", 9, 21, 0)).waived("2026-01-01", "2026-11-21"),
    ]
}

fn yellow_belt() -> Rule {
    Rule::Certification(CertificationRule::Family { family: "six-sigma".into(), at_least: YELLOW })
}

fn held(certification: CertificationId, until: Option<&str>, standing: HeldStanding) -> Measure {
    let (issued_on, until) = (day("2023-12-01"), until.map(day));
    Measure::Certification { held: Some(HeldCredential { certification, issued_on, until, standing }) }
}

fn certification() -> Vec<Case> {
    let yellow = yellow_belt();
    let itil = Rule::Certification(CertificationRule::Family { family: "itil".into(), at_least: ITIL });
    let either = Rule::Certification(CertificationRule::AnyOf(vec![GREEN, ITIL]));
    let none = || Measure::Certification { held: None };
    vec![
        case(&yellow, State::Met, held(GREEN, None, HeldStanding::InForce)),
        case(&yellow, State::Met, held(GREEN, Some("2026-12-01"), HeldStanding::InForce)).lapsing("2026-12-01"),
        case(&yellow, State::Met, held(GREEN, Some("2026-12-01"), HeldStanding::InForce)).lapsing("2027-12-01"),
        green_belt_that_ends_before_the_cut_off(),
        case(&yellow, State::Waived, none()).waived("2026-11-01", "2027-01-31"),
        case(&yellow, State::Unverified, held(YELLOW, None, HeldStanding::Claimed)),
        case(&yellow, State::NotYet, none()),
        case(&yellow, State::Unmet, none()),
        case(&yellow, State::Unmet, held(GREEN, Some("2026-10-01"), HeldStanding::Expired)),
        case(&yellow, State::Unmet, held(GREEN, Some("2026-10-01"), HeldStanding::Revoked)),
        case(&yellow, State::Unmet, held(GREEN, Some("2026-10-01"), HeldStanding::Claimed)),
        case(&yellow, State::Unmet, held(GREEN, None, HeldStanding::InForce)),
        case(&itil, State::Unmet, none()),
        case(&either, State::Unmet, none()),
        case(&either, State::Unverified, none()),
    ]
}

fn language() -> Vec<Case> {
    let rule = |at_least, count, of: Option<&str>, except: &str| {
        Rule::Language(LanguageRule { at_least, count, of: of.map(tags), except: tags(except) })
    };
    let two = rule(Level::B2, 2, None, "");
    let spoken = |at_level: &str, claimed: &str| Measure::Language { at_level: tags(at_level), claimed: tags(claimed) };
    vec![
        case(&two, State::Met, spoken("en es", "")),
        case(&two, State::Met, spoken("en es pt-BR", "")).lapsing("2027-06-01"),
        case(&two, State::Waived, spoken("", "")).waived("2026-11-01", "2027-01-31"),
        case(&two, State::Unverified, spoken("en", "es")),
        case(&two, State::Unverified, spoken("", "en es")),
        case(&two, State::NotYet, spoken("en", "")),
        case(&two, State::Unmet, spoken("", "")),
        case(&two, State::Unmet, spoken("", "de")),
        case(&two, State::Unmet, spoken("en", "")),
        case(&rule(Level::C1, 3, None, ""), State::Unmet, spoken("en", "fil")),
        case(&rule(Level::Native, 1, None, ""), State::Unmet, spoken("", "")),
        case(&rule(Level::A2, 1, None, "en"), State::Unmet, spoken("", "")),
        case(&rule(Level::A2, 2, None, "en es"), State::Unmet, spoken("ja", "")),
        case(&rule(Level::B2, 1, Some("en"), ""), State::Met, spoken("en", "")),
        case(&rule(Level::B1, 2, Some("de fr it"), ""), State::Unmet, spoken("fr", "")),
        case(&rule(Level::B1, 2, Some("de fr it"), "it"), State::Unmet, spoken("fr", "")),
    ]
}

fn training() -> Vec<Case> {
    let rule = |all_of: &[u16], any_of: &[u16], within_months, min_score: Option<&str>| {
        let courses = |ids: &[u16]| ids.iter().copied().map(CourseId).collect();
        Rule::Training(TrainingRule {
            all_of: courses(all_of),
            any_of: courses(any_of),
            within_months,
            min_score: min_score.map(number),
        })
    };
    let done = |missing: &[u16], any_done, booked_for: Option<&str>| Measure::Training {
        missing: missing.iter().copied().map(CourseId).collect(),
        any_done,
        booked_for: booked_for.map(day),
    };
    let (one, both) = (rule(&[0], &[], None, None), rule(&[0, 1], &[2, 3], Some(24), Some("80")));
    vec![
        case(&one, State::Met, done(&[], true, None)),
        case(&both, State::Met, done(&[], true, None)).lapsing("2027-05-01"),
        case(&one, State::Waived, done(&[0], true, None)),
        case(&one, State::NotYet, done(&[0], true, Some("2027-02-01"))),
        case(&one, State::NotYet, done(&[], true, None)),
        case(&one, State::Unmet, done(&[0], true, None)),
        case(&both, State::Unmet, done(&[0, 1], false, None)),
        case(&both, State::Unmet, done(&[1], false, None)),
        case(&both, State::Unmet, done(&[], false, None)),
        case(&both, State::Unmet, done(&[0, 1], true, None)),
        case(&rule(&[], &[0, 1, 2], Some(1), None), State::Unmet, done(&[], false, None)),
    ]
}

fn csat() -> Rule {
    asked_metric(0, 3, Bound::AtLeast(number("90")), Aggregate::Average, None, None)
}

fn asked_metric(
    metric: u16,
    months: u32,
    bound: Bound,
    aggregate: Aggregate,
    min_months: Option<u32>,
    min_sample: Option<u32>,
) -> Rule {
    Rule::Metric(MetricRule { metric: MetricId(metric), months, bound, aggregate, min_months, min_sample })
}

fn measured(value: Option<&str>, months: u32, sample: u64) -> Measure {
    let window = ("2026-08".parse().expect("a month"), "2026-10".parse().expect("a month"));
    Measure::Metric { value: value.map(number), window, months, sample }
}

fn metric() -> Vec<Case> {
    let csat = csat();
    let (least, most) = (Bound::AtLeast(number("90")), Bound::AtMost(number("300.5")));
    let sampled = asked_metric(1, 6, least, Aggregate::Average, Some(4), Some(150));
    let one_month = asked_metric(3, 1, least, Aggregate::Latest, None, None);
    let october = "2026-10".parse().expect("a month");
    let in_october = Measure::Metric { value: Some(number("92")), window: (october, october), months: 1, sample: 0 };
    let mut cases = vec![
        case(&csat, State::Met, measured(Some("92.5"), 3, 0)),
        case(&csat, State::Met, measured(Some("92.5"), 3, 0)).lapsing("2027-01-11"),
        case(&csat, State::Waived, measured(None, 0, 0)).waived("2026-11-01", "2027-01-31"),
        case(&csat, State::NoEvidence, measured(None, 0, 0)),
        csat_with_one_month(),
        case(&csat, State::Insufficient, measured(Some("91"), 2, 0)),
        case(&csat, State::NotYet, measured(Some("88.3333"), 3, 0)),
        case(&csat, State::NotYet, measured(None, 0, 0)),
        case(&csat, State::Unmet, measured(Some("88.3333"), 3, 0)),
        case(&csat, State::Unmet, measured(None, 0, 0)),
        case(&sampled, State::Insufficient, measured(Some("95"), 3, 400)),
        case(&sampled, State::Insufficient, measured(Some("95"), 4, 120)),
        case(&sampled, State::Insufficient, measured(Some("95"), 4, 0)),
        case(&one_month, State::Met, in_october),
        case(&one_month, State::NoEvidence, measured(None, 0, 0)),
    ];
    for aggregate in Aggregate::ALL {
        for bound in [least, most] {
            let rule = asked_metric(2, 3, bound, *aggregate, None, None);
            cases.push(case(&rule, State::Unmet, measured(Some("301"), 3, 0)));
        }
    }
    cases
}

fn rating() -> Vec<Case> {
    let rule = |reviews| Rule::Rating { at_least: number("3.5"), reviews };
    let reviewed =
        |on_record, reaching, latest: Option<&str>| Measure::Rating { on_record, reaching, latest: latest.map(number) };
    let (one, three) = (rule(1), rule(3));
    vec![
        case(&one, State::Met, reviewed(1, 1, Some("4"))),
        case(&one, State::Unmet, reviewed(1, 0, Some("3"))),
        case(&one, State::NoEvidence, reviewed(0, 0, None)),
        case(&one, State::Waived, reviewed(0, 0, None)).waived("2026-11-01", "2027-01-31"),
        case(&three, State::Met, reviewed(3, 3, Some("4"))),
        case(&three, State::NotYet, reviewed(3, 2, Some("4"))),
        case(&three, State::Unmet, reviewed(3, 1, Some("3"))),
        case(&three, State::Unmet, reviewed(3, 0, Some("3"))),
        case(&three, State::Unmet, reviewed(0, 0, None)),
        case(&three, State::Insufficient, reviewed(1, 1, Some("4"))),
        case(&three, State::Insufficient, reviewed(2, 1, Some("3"))),
    ]
}

fn skill_and_activity() -> Vec<Case> {
    let skill = |assessor| Rule::Skill { skill: SkillId(0), at_least: 4, assessor };
    let activity = |count, within_months| Rule::Activity { activity: MENTORING, count, within_months };
    let (by_manager, three) = (skill(Assessor::Manager), activity(3, Some(12)));
    let level = |level| Measure::Skill { level };
    let count = |count| Measure::Activity { count };
    vec![
        case(&by_manager, State::Met, level(Some(4))),
        case(&by_manager, State::Waived, level(Some(3))).waived("2026-11-01", "2027-01-31"),
        case(&by_manager, State::NoEvidence, level(None)),
        case(&by_manager, State::NotYet, level(Some(3))),
        case(&by_manager, State::Unmet, level(Some(3))),
        case(&by_manager, State::Unmet, level(None)),
        case(&skill(Assessor::Peer), State::Unmet, level(Some(2))),
        case(&skill(Assessor::Myself), State::Unmet, level(Some(1))),
        case(&three, State::Met, count(3)),
        case(&three, State::Met, count(5)).lapsing("2027-03-02"),
        case(&three, State::Waived, count(0)).waived("2026-11-01", "2027-01-31"),
        case(&three, State::NotYet, count(2)),
        case(&three, State::Unmet, count(2)),
        case(&three, State::Unmet, count(0)),
        case(&activity(1, None), State::Unmet, count(0)),
    ]
}

fn conduct_and_employment() -> Vec<Case> {
    let conduct = Rule::ClearConduct { months: 6 };
    let clear = |open, clear_on: Option<&str>| Measure::ClearConduct { open, clear_on: clear_on.map(day) };
    let employment = Rule::Employment { any_of: vec![EmploymentKind::FullTime, EmploymentKind::PartTime] };
    let employed = |kind| Measure::Employment { kind };
    vec![
        case(&conduct, State::Met, clear(false, None)),
        case(&conduct, State::Met, clear(false, None)).withheld(),
        case(&conduct, State::Waived, clear(true, None)).waived("2026-11-01", "2027-01-31"),
        case(&conduct, State::NotYet, clear(false, Some("2027-02-01"))),
        case(&conduct, State::Unmet, clear(true, None)),
        case(&conduct, State::Unmet, clear(false, None)),
        case(&employment, State::Met, employed(Some(EmploymentKind::PartTime))),
        case(&employment, State::Waived, employed(Some(EmploymentKind::Gig))).waived("2026-11-01", "2027-01-31"),
        case(&employment, State::NotYet, employed(Some(EmploymentKind::Gig))),
        case(&employment, State::Unmet, employed(Some(EmploymentKind::Gig))),
        case(&employment, State::Unmet, employed(None)),
    ]
}

fn groups() -> Vec<Case> {
    let parts = || {
        let conduct = asks(Rule::ClearConduct { months: 6 });
        let english = LanguageRule { at_least: Level::B2, count: 1, of: Some(vec![tag("en")]), except: Vec::new() };
        vec![conduct, asks(yellow_belt()), asks(Rule::Language(english))]
    };
    let nested = || vec![asks(Rule::Any(parts())), asks(Rule::ClearConduct { months: 6 })];
    let (all, any, two) = (Rule::All(parts()), Rule::Any(parts()), Rule::AtLeast { count: 2, of: parts() });
    let met = |met| Measure::Group { met, parts: 3 };
    vec![
        case(&all, State::Met, met(3)),
        case(&all, State::Waived, met(1)).waived("2026-11-01", "2027-01-31"),
        case(&all, State::CannotTell, met(2)),
        case(&all, State::NotYet, met(2)),
        case(&all, State::NotYet, met(2)).never(),
        case(&all, State::Unmet, met(2)),
        case(&any, State::Met, met(1)).lapsing("2026-12-01"),
        case(&any, State::Waived, met(0)).waived("2026-11-01", "2027-01-31"),
        case(&any, State::CannotTell, met(0)),
        case(&any, State::NotYet, met(0)),
        case(&any, State::Unmet, met(0)),
        case(&two, State::Met, met(2)),
        case(&two, State::Waived, met(1)).waived("2026-11-01", "2027-01-31"),
        case(&two, State::CannotTell, met(1)),
        case(&two, State::NotYet, met(1)),
        case(&two, State::Unmet, met(1)),
        case(&Rule::All(nested()), State::Unmet, Measure::Group { met: 0, parts: 2 }),
        case(&Rule::Any(nested()), State::Unmet, Measure::Group { met: 0, parts: 2 }),
        case(&Rule::AtLeast { count: 1, of: nested() }, State::Unmet, Measure::Group { met: 0, parts: 2 }),
    ]
}

/// A measure that does not go with its rule: then the state is told, and nothing made up.
fn no_more_than_the_state() -> Vec<Case> {
    let at_level = || Measure::Language { at_level: Vec::new(), claimed: Vec::new() };
    let mut cases: Vec<Case> = State::ALL.iter().map(|state| case(&csat(), *state, at_level())).collect();
    cases.push(case(&csat(), State::Met, at_level()).lapsing("2027-01-01"));
    cases.push(case(&csat(), State::NotYet, at_level()).never());
    cases
}
