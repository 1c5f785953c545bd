//! Random catalogues and criteria.

use compact_str::{CompactString, ToCompactString, format_compact};
use rules::{
    Activity, ActivityId, Aggregate, Assessor, Bound, Catalogue, Certification, CertificationId, CertificationRule,
    Clock, Course, CourseId, Criterion, Day, Decimal, EmploymentKind, Job, JobId, Ladder, LanguageRule, LanguageTag,
    Level, Metric, MetricId, MetricRule, Rule, Skill, SkillId, Track, TrackKind, TrackVersion, TrainingRule, Where,
    WorkMode,
};

use super::Draw;

pub(super) const JOBS: &[JobId] = &[JobId(0), JobId(1), JobId(2)];
pub(super) const CERTIFICATIONS: &[CertificationId] =
    &[CertificationId(0), CertificationId(1), CertificationId(2), CertificationId(3), CertificationId(4)];
pub(super) const COURSES: &[CourseId] = &[CourseId(0), CourseId(1), CourseId(2)];
pub(super) const METRICS: &[MetricId] = &[MetricId(0), MetricId(1)];
pub(super) const SKILLS: &[SkillId] = &[SkillId(0), SkillId(1)];
pub(super) const ACTIVITIES: &[ActivityId] = &[ActivityId(0), ActivityId(1)];
pub(super) const SITES: &[&str] = &["north", "south"];
/// The ids that criteria may have and waivers may name.
pub(super) const IDS: &[&str] = &["a", "b", "c", "d", "e", "f"];

pub(super) fn languages() -> Vec<LanguageTag> {
    ["en", "de", "pt-BR", "fil"].into_iter().filter_map(LanguageTag::new).collect()
}

pub(super) fn ladder(draw: &mut Draw, as_of: Day) -> Ladder {
    let catalogue = catalogue(draw);
    let mut effective = vec![as_of.plus_days(-draw.between(0, 400))];
    effective.extend(draw.maybe(40, |draw| draw.near(as_of, 12, 0)));
    effective.extend(draw.maybe(40, |draw| draw.near(as_of, 0, 12)));
    effective.extend(draw.maybe(25, |draw| draw.near(as_of, 0, 18)));
    effective.sort();
    effective.dedup();
    if draw.chance(2) {
        effective.retain(|day| *day > as_of);
    }
    if effective.is_empty() {
        effective.push(as_of.plus_days(20));
    }
    let versions = effective.into_iter().map(|day| version(draw, day)).collect();
    let other = vec![version(draw, as_of.plus_days(-1000))];
    let tracks = vec![Track { code: "up".into(), versions }, Track { code: "other".into(), versions: other }];
    Ladder { catalogue, tracks }
}

fn catalogue(draw: &mut Draw) -> Catalogue {
    let name = |kind: &str, at: usize| (format_compact!("{kind}-{at}"), format!("{kind} {at}"));
    let lead_days = |draw: &mut Draw| draw.maybe(60, |draw| draw.one_of(&[10, 1, 45, 90, 200, 0]));
    let mut certifications = Vec::new();
    for at in 0..CERTIFICATIONS.len() {
        let (code, title) = name("cert", at);
        let family = (at < 3 || draw.chance(20)).then(|| "belt".to_compact_string());
        let rank = if at < 3 { Some(at as u32 + 1) } else { None };
        let validity_months = draw.maybe(50, |draw| draw.one_of(&[12, 6, 1, 24]));
        certifications.push(Certification {
            code,
            title,
            issuer: None,
            family,
            rank,
            validity_months,
            lead_days: lead_days(draw),
        });
    }
    let jobs = (0..JOBS.len()).map(|at| name("job", at)).map(|(code, title)| Job { code, title, level: None });
    let courses = (0..COURSES.len()).map(|at| name("course", at));
    let courses = courses.map(|(code, title)| Course { code, title, lead_days: lead_days(draw) }).collect();
    let metrics = (0..METRICS.len()).map(|at| name("metric", at)).map(|(code, title)| Metric {
        code,
        title,
        unit: None,
        better: None,
        closes_after_days: draw.one_of(&[0, 10, 1, 40]),
    });
    Catalogue {
        jobs: jobs.collect(),
        certifications,
        courses,
        metrics: metrics.collect(),
        skills: (0..SKILLS.len()).map(|at| name("skill", at)).map(|(code, title)| Skill { code, title }).collect(),
        activities: (0..ACTIVITIES.len())
            .map(|at| name("activity", at))
            .map(|(code, title)| Activity { code, title })
            .collect(),
    }
}

fn version(draw: &mut Draw, effective_from: Day) -> TrackVersion {
    let limits = if draw.chance(25) { limits(draw) } else { Where::default() };
    let from = if draw.chance(75) { vec![JobId(0), JobId(1)] } else { vec![JobId(0)] };
    let mut ids = IDS.iter().map(|id| CompactString::from(*id)).collect();
    let mut criteria = vec![criterion(draw, 2, &mut ids)];
    for _ in 0..draw.one_of(&[0, 1, 1, 2, 3, 4]) {
        criteria.push(criterion(draw, 2, &mut ids));
    }
    TrackVersion {
        effective_from,
        from,
        to: JobId(2),
        kind: TrackKind::Promotion,
        limits,
        typical_months: None,
        pay_increase_percent: None,
        criteria,
    }
}

fn limits(draw: &mut Draw) -> Where {
    let sites = |draw: &mut Draw| draw.some_of(SITES).into_iter().map(CompactString::from).collect();
    Where {
        site: draw.maybe(60, sites),
        country: draw.maybe(15, sites),
        unit: draw.maybe(15, sites),
        work_mode: draw.maybe(30, |draw| draw.some_of(WorkMode::ALL)),
    }
}

fn criterion(draw: &mut Draw, depth: u32, ids: &mut Vec<CompactString>) -> Criterion {
    let id = if !ids.is_empty() && draw.chance(65) { Some(ids.remove(0)) } else { None };
    let rule = if depth > 0 && draw.chance(25) { group(draw, depth - 1, ids) } else { leaf(draw) };
    Criterion { id, why: None, rule }
}

fn group(draw: &mut Draw, depth: u32, ids: &mut Vec<CompactString>) -> Rule {
    let mut parts = vec![criterion(draw, depth, ids)];
    parts.extend(draw.up_to(2, |draw| criterion(draw, depth, ids)));
    match draw.below(3) {
        0 => Rule::Any(parts),
        1 => Rule::All(parts),
        _ => Rule::AtLeast { count: 1 + draw.below(parts.len() as u32), of: parts },
    }
}

fn leaf(draw: &mut Draw) -> Rule {
    match draw.below(13) {
        0 => Rule::Tenure { months: draw.months(), clock: draw.one_of(Clock::ALL) },
        1 => Rule::TimeInJob { months: draw.months(), jobs: draw.maybe(40, |draw| draw.some_of(JOBS)) },
        2 | 3 => Rule::Certification(if draw.chance(40) {
            let at_least = draw.one_of(&CERTIFICATIONS[..3]);
            CertificationRule::Family { family: "belt".into(), at_least }
        } else {
            CertificationRule::AnyOf(draw.some_of(CERTIFICATIONS))
        }),
        4 => Rule::Language(LanguageRule {
            at_least: draw.one_of(&[Level::A1, Level::A2, Level::B1, Level::B2, Level::B2, Level::C1, Level::Native]),
            count: draw.one_of(&[1, 1, 1, 2, 3]),
            of: draw.maybe(30, |draw| draw.some_of(&languages())),
            except: if draw.chance(25) { draw.some_of(&languages()) } else { Vec::new() },
        }),
        5 => training(draw),
        6 | 7 => metric(draw),
        8 => Rule::Rating { at_least: Decimal::from(draw.between(2, 4)), reviews: draw.one_of(&[1, 1, 2, 3]) },
        9 => Rule::Skill {
            skill: draw.one_of(SKILLS),
            at_least: draw.between(1, 5) as u8,
            assessor: draw.one_of(&[Assessor::Manager, Assessor::Manager, Assessor::Peer, Assessor::Myself]),
        },
        10 => Rule::Activity {
            activity: draw.one_of(ACTIVITIES),
            count: draw.one_of(&[1, 2, 3, 5]),
            within_months: draw.maybe(50, Draw::months),
        },
        11 => Rule::ClearConduct { months: draw.months() },
        _ => Rule::Employment { any_of: draw.some_of(EmploymentKind::ALL) },
    }
}

fn training(draw: &mut Draw) -> Rule {
    let all_of = if draw.chance(70) { draw.some_of(COURSES) } else { Vec::new() };
    let any_of = if all_of.is_empty() || draw.chance(25) { draw.some_of(COURSES) } else { Vec::new() };
    let within_months = draw.maybe(40, Draw::months);
    Rule::Training(TrainingRule { all_of, any_of, within_months, min_score: draw.maybe(35, |_| Decimal::from(70)) })
}

fn metric(draw: &mut Draw) -> Rule {
    let months = draw.one_of(&[1, 2, 3, 3, 6]);
    let bound = Decimal::from_units(i64::from(draw.one_of(&[900_000, 880_000, 905_000, 0, -10_000])));
    let bound = if draw.chance(30) { Bound::AtMost(bound) } else { Bound::AtLeast(bound) };
    Rule::Metric(MetricRule {
        metric: draw.one_of(METRICS),
        months,
        bound,
        aggregate: draw.one_of(&[
            Aggregate::Average,
            Aggregate::Average,
            Aggregate::Minimum,
            Aggregate::Maximum,
            Aggregate::Latest,
        ]),
        min_months: draw.maybe(50, |draw| 1 + draw.below(months)),
        min_sample: draw.maybe(30, |draw| draw.one_of(&[10, 1, 40])),
    })
}
