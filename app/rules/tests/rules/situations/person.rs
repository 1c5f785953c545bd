//! A person's rows, with the defaults of section 3.

use compact_str::CompactString;
use rules::{
    ActivityEvent, Assessor, Assignment, Basis, ConductAction, Credential, Employment, EmploymentKind, Facts, Leave,
    Level, MonthlyResult, Place, Proficiency, Review, SkillAssessment, Standing, Training, TrainingStatus, Waiver,
    WorkMode,
};

use super::criteria::tag;
use super::read::{Codes, choice, choice_or, day, maybe_day, number};
use super::text;
use crate::generate::{OTHER_TRACK, TRACK};

/// The job of whoever is said to have none in particular.
pub(super) const USUAL_JOB: &str = "csr";

pub(super) fn facts(codes: &Codes, person: &text::Person) -> Facts {
    let mut facts = Facts {
        service_date: maybe_day(&person.service_date),
        place: place(person),
        employments: employments(person),
        assignments: assignments(codes, person),
        leaves: person.leaves.iter().map(leave).collect(),
        credentials: person.certifications.iter().map(|row| credential(codes, row)).collect(),
        proficiencies: person.languages.iter().map(proficiency).collect(),
        trainings: person.trainings.iter().map(|row| training(codes, row)).collect(),
        results: person.metrics.iter().map(|row| result(codes, row)).collect(),
        reviews: person.reviews.iter().map(review).collect(),
        skills: person.skills.iter().map(|row| skill(codes, row)).collect(),
        activities: person.activities.iter().map(|row| activity(codes, row)).collect(),
        conduct: person.conduct.iter().map(conduct).collect(),
        waivers: person.waivers.iter().map(waiver).collect(),
    };
    facts.sort();
    facts
}

fn place(person: &text::Person) -> Place {
    let text = |text: &Option<String>| text.as_deref().map(CompactString::from);
    Place {
        site: text(&person.site),
        country: text(&person.country),
        unit: text(&person.unit),
        work_mode: person.work_mode.as_deref().map(|mode| choice(mode, WorkMode::from_code)),
    }
}

/// Those of `employments.csv`, else the one of `employees.csv`.
fn employments(person: &text::Person) -> Vec<Employment> {
    let kind = |word| choice_or(word, EmploymentKind::from_code, EmploymentKind::FullTime);
    let rows = person.employments.iter().map(|row| Employment {
        hired_on: day(&row.hired_on),
        left_on: maybe_day(&row.left_on),
        kind: kind(&row.employment),
    });
    let rows: Vec<Employment> = rows.collect();
    let own = Employment {
        hired_on: day(&person.hired_on),
        left_on: maybe_day(&person.left_on),
        kind: kind(&person.employment),
    };
    if rows.is_empty() { vec![own] } else { rows }
}

/// Those of `assignments.csv`, else the one of `employees.csv`.
fn assignments(codes: &Codes, person: &text::Person) -> Vec<Assignment> {
    let rows = person.assignments.iter().map(|row| Assignment {
        job: codes.job(&row.job),
        started_on: day(&row.started_on),
        ended_on: maybe_day(&row.ended_on),
    });
    let rows: Vec<Assignment> = rows.collect();
    let own = Assignment {
        job: codes.job(person.job.as_deref().unwrap_or(USUAL_JOB)),
        started_on: maybe_day(&person.job_started_on).unwrap_or(day(&person.hired_on)),
        ended_on: maybe_day(&person.left_on),
    };
    if rows.is_empty() { vec![own] } else { rows }
}

fn leave(row: &text::LeaveRow) -> Leave {
    Leave {
        started_on: day(&row.started_on),
        ended_on: maybe_day(&row.ended_on),
        counts_toward_tenure: row.counts_toward_tenure.unwrap_or(true),
    }
}

fn credential(codes: &Codes, row: &text::CertificationRow) -> Credential {
    let standing = match (row.status.as_deref(), &row.revoked_on) {
        (None | Some("verified"), None) => Standing::Verified,
        (Some("claimed"), None) => Standing::Claimed,
        (Some("revoked"), Some(revoked_on)) => Standing::RevokedOn(day(revoked_on)),
        _ => panic!("a certification is verified, claimed, or revoked with revoked_on"),
    };
    Credential {
        certification: codes.certification(&row.certification),
        issued_on: day(&row.issued_on),
        expires_on: maybe_day(&row.expires_on),
        standing,
    }
}

fn proficiency(row: &text::LanguageRow) -> Proficiency {
    Proficiency {
        language: tag(&row.language),
        level: choice(&row.level, Level::from_code),
        assessed_on: day(&row.assessed_on),
        expires_on: maybe_day(&row.expires_on),
        basis: choice_or(&row.status, Basis::from_code, Basis::Verified),
    }
}

fn training(codes: &Codes, row: &text::TrainingRow) -> Training {
    let status = match (row.status.as_str(), &row.completed_on, &row.planned_on) {
        ("completed", Some(completed_on), _) => TrainingStatus::CompletedOn(day(completed_on)),
        ("enrolled", None, Some(planned_on)) => TrainingStatus::PlannedOn(day(planned_on)),
        ("withdrawn", None, planned_on) => TrainingStatus::Withdrawn(maybe_day(planned_on)),
        _ => panic!("a training is completed with completed_on, enrolled with planned_on, or withdrawn"),
    };
    Training { course: codes.course(&row.course), status, score: row.score.map(number) }
}

fn result(codes: &Codes, row: &text::MetricRow) -> MonthlyResult {
    MonthlyResult {
        metric: codes.metric(&row.metric),
        month: row.month.parse().unwrap_or_else(|error| panic!("{}: {error}", row.month)),
        value: number(row.value),
        sample: row.sample,
    }
}

fn review(row: &text::ReviewRow) -> Review {
    Review { reviewed_on: day(&row.reviewed_on), rating: number(row.rating) }
}

fn skill(codes: &Codes, row: &text::SkillRow) -> SkillAssessment {
    SkillAssessment {
        skill: codes.skill(&row.skill),
        assessor: choice_or(&row.assessor, Assessor::from_code, Assessor::Manager),
        assessed_on: day(&row.assessed_on),
        level: row.level,
    }
}

fn activity(codes: &Codes, row: &text::ActivityRow) -> ActivityEvent {
    ActivityEvent {
        activity: codes.activity(&row.activity),
        occurred_on: day(&row.occurred_on),
        count: row.count.unwrap_or(1),
    }
}

fn conduct(row: &text::ConductRow) -> ConductAction {
    ConductAction { issued_on: day(&row.issued_on), closed_on: maybe_day(&row.closed_on) }
}

/// Of this track, unless another one is named.
fn waiver(row: &text::WaiverRow) -> Waiver {
    let track = match row.track.as_deref() {
        None => TRACK,
        Some("another") => OTHER_TRACK,
        Some(track) => panic!("{track:?}: there is this track and \"another\""),
    };
    let (from_on, until_on) = (day(&row.from_on), day(&row.until_on));
    Waiver { track, criterion: CompactString::from(&row.criterion), from_on, until_on }
}
