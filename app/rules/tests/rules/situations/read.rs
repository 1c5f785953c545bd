//! From text to facts and criteria. What is misspelt stops the test with the name of what was meant.

use compact_str::CompactString;
use rules::{
    Activity, ActivityId, Catalogue, Certification, CertificationId, Course, CourseId, Day, Decimal, Entry, Job, JobId,
    Metric, MetricId, Skill, SkillId,
};
use toml::value::Datetime;

use super::text;

/// A date of a TOML file.
pub(super) fn day(date: &Datetime) -> Day {
    date.to_string().parse().unwrap_or_else(|error| panic!("{date}: {error}"))
}

pub(super) fn maybe_day(date: &Option<Datetime>) -> Option<Day> {
    date.as_ref().map(day)
}

/// A number with at most four decimals.
pub(super) fn number(value: f64) -> Decimal {
    value.to_string().parse().unwrap_or_else(|error| panic!("{value}: {error}"))
}

/// One of a closed list of words.
pub(super) fn choice<T>(word: &str, from_code: fn(&str) -> Option<T>) -> T {
    from_code(word).unwrap_or_else(|| panic!("{word:?} is none of the words for it"))
}

/// The same, where there is a default.
pub(super) fn choice_or<T>(word: &Option<String>, from_code: fn(&str) -> Option<T>, default: T) -> T {
    word.as_deref().map_or(default, |word| choice(word, from_code))
}

/// Finds codes in the catalogue.
pub(super) struct Codes(pub(super) Catalogue);

impl Codes {
    pub(super) fn new(text: text::Catalogue) -> Codes {
        let code = |entry: &text::CatalogueEntry| (CompactString::from(&entry.code), entry.code.clone());
        let certification = |entry: &text::CatalogueEntry| Certification {
            code: code(entry).0,
            title: code(entry).1,
            issuer: None,
            family: entry.family.as_deref().map(CompactString::from),
            rank: entry.rank,
            validity_months: entry.validity_months,
            lead_days: entry.lead_days,
        };
        let metric = |entry: &text::CatalogueEntry| Metric {
            code: code(entry).0,
            title: code(entry).1,
            unit: None,
            better: None,
            closes_after_days: entry.closes_after_days.unwrap_or(0),
        };
        let job = |(code, title)| Job { code, title, level: None };
        let course = |entry: &text::CatalogueEntry| {
            let (code, title) = code(entry);
            Course { code, title, lead_days: entry.lead_days }
        };
        Codes(Catalogue {
            jobs: text.job.iter().map(code).map(job).collect(),
            certifications: text.certification.iter().map(certification).collect(),
            courses: text.course.iter().map(course).collect(),
            metrics: text.metric.iter().map(metric).collect(),
            skills: text.skill.iter().map(code).map(|(code, title)| Skill { code, title }).collect(),
            activities: text.activity.iter().map(code).map(|(code, title)| Activity { code, title }).collect(),
        })
    }

    pub(super) fn job(&self, code: &str) -> JobId {
        JobId(place(&self.0.jobs, code))
    }

    pub(super) fn certification(&self, code: &str) -> CertificationId {
        CertificationId(place(&self.0.certifications, code))
    }

    pub(super) fn course(&self, code: &str) -> CourseId {
        CourseId(place(&self.0.courses, code))
    }

    pub(super) fn metric(&self, code: &str) -> MetricId {
        MetricId(place(&self.0.metrics, code))
    }

    pub(super) fn skill(&self, code: &str) -> SkillId {
        SkillId(place(&self.0.skills, code))
    }

    pub(super) fn activity(&self, code: &str) -> ActivityId {
        ActivityId(place(&self.0.activities, code))
    }
}

fn place<T: Entry>(entries: &[T], code: &str) -> u16 {
    let place = entries.iter().position(|entry| entry.code() == code);
    place.unwrap_or_else(|| panic!("{code:?} is not in catalogue.toml")) as u16
}
