//! A small ladder, and the short ways to write days, numbers and criteria.

use rules::{
    Activity, ActivityId, Better, Catalogue, Certification, CertificationId, Course, Criterion, Day, Decimal, Job,
    JobId, Ladder, LanguageTag, Metric, Rule, Skill, TrackKind, TrackVersion, Where,
};

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub(crate) fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

pub(crate) fn tag(text: &str) -> LanguageTag {
    LanguageTag::new(text).expect("a language")
}

pub(crate) fn tags(text: &str) -> Vec<LanguageTag> {
    text.split_whitespace().map(tag).collect()
}

pub(crate) fn asks(rule: Rule) -> Criterion {
    Criterion { id: None, why: None, rule }
}

pub(crate) const CSR: JobId = JobId(0);
pub(crate) const SENIOR: JobId = JobId(1);
pub(crate) const LEAD: JobId = JobId(2);
pub(crate) const YELLOW: CertificationId = CertificationId(0);
pub(crate) const GREEN: CertificationId = CertificationId(1);
pub(crate) const ITIL: CertificationId = CertificationId(2);
pub(crate) const MENTORING: ActivityId = ActivityId(0);

pub(crate) fn ladder() -> Ladder {
    let job = |code: &str, title: &str| Job { code: code.into(), title: title.into(), level: None };
    let certification = |code: &str, title: &str| Certification {
        code: code.into(),
        title: title.into(),
        issuer: None,
        family: None,
        rank: None,
        validity_months: None,
        lead_days: None,
    };
    let course = |code: &str, title: &str| Course { code: code.into(), title: title.into(), lead_days: None };
    let metric = |code: &str, title: &str, unit: Option<&str>| Metric {
        code: code.into(),
        title: title.into(),
        unit: unit.map(Into::into),
        better: Some(Better::Higher),
        closes_after_days: 0,
    };
    let catalogue = Catalogue {
        jobs: vec![
            job("csr", "Customer Service Representative"),
            job("senior", "Senior CSR"),
            job("lead", "Team Lead"),
        ],
        certifications: vec![
            certification("yellow", "Six Sigma Yellow Belt"),
            certification("green", "Green Belt"),
            certification("itil", "ITIL 4 Foundation"),
        ],
        courses: vec![
            course("bar-raiser", "Bar Raiser"),
            course("coaching", "Coaching Essentials"),
            course("planning", "Workforce Planning"),
            course("hr", "HR Fundamentals"),
        ],
        metrics: vec![
            metric("csat", "CSAT", Some("%")),
            metric("satisfaction", "Customer satisfaction", Some("%")),
            metric("time", "Average handle time", Some("s")),
            metric("nps", "NPS", None),
        ],
        skills: vec![Skill { code: "listening".into(), title: "Active listening".into() }],
        activities: vec![Activity { code: "mentoring".into(), title: "Mentoring of a new colleague".into() }],
    };
    Ladder { catalogue, tracks: Vec::new() }
}

/// A track of the two lower jobs to Team Lead.
pub(crate) fn version(limits: Where, criteria: Vec<Criterion>) -> TrackVersion {
    TrackVersion {
        effective_from: day("2026-01-01"),
        from: vec![CSR, SENIOR],
        to: LEAD,
        kind: TrackKind::Promotion,
        limits,
        typical_months: None,
        pay_increase_percent: None,
        criteria,
    }
}
