//! Random people: rehires, gaps, touching employments, leaves, and evidence of every kind.

use std::collections::BTreeSet;

use compact_str::CompactString;
use rules::{
    ActivityEvent, Assessor, Assignment, Basis, ConductAction, Credential, Day, Decimal, Employment, EmploymentKind,
    Facts, Leave, Level, MonthlyResult, Place, Proficiency, Review, SkillAssessment, Standing, Training,
    TrainingStatus, Waiver, WorkMode,
};

use super::ladder::{ACTIVITIES, CERTIFICATIONS, COURSES, IDS, JOBS, METRICS, SITES, SKILLS, languages};
use super::{Draw, OTHER_TRACK, TRACK};

/// How far back and ahead facts may lie, in months around `as_of`.
struct Reach {
    back: i32,
    ahead: i32,
    as_of: Day,
}

impl Reach {
    fn day(&self, draw: &mut Draw) -> Day {
        draw.near(self.as_of, self.back, self.ahead)
    }
}

pub(super) fn person(draw: &mut Draw, as_of: Day) -> Facts {
    let mut facts = Facts { place: place(draw), ..Facts::default() };
    employments(draw, as_of, &mut facts);
    assignments(draw, &mut facts);
    facts.service_date = draw.maybe(30, |draw| draw.near(as_of, 40, 2));
    evidence(draw, &Reach { back: 30, ahead: 4, as_of }, &mut facts);
    tidy(&mut facts);
    facts
}

/// Facts of which each happens only after that day.
pub(super) fn future(draw: &mut Draw, as_of: Day) -> Facts {
    let mut facts = Facts::default();
    evidence(draw, &Reach { back: -1, ahead: 14, as_of }, &mut facts);
    tidy(&mut facts);
    facts.leaves.retain(|row| row.started_on > as_of);
    facts.trainings.retain(|row| matches!(row.status, TrainingStatus::CompletedOn(day) if day > as_of));
    facts.credentials.retain(|row| row.issued_on > as_of);
    facts.proficiencies.retain(|row| row.assessed_on > as_of);
    facts.reviews.retain(|row| row.reviewed_on > as_of);
    facts.skills.retain(|row| row.assessed_on > as_of);
    facts.activities.retain(|row| row.occurred_on > as_of);
    facts.conduct.retain(|row| row.issued_on > as_of);
    facts.waivers.retain(|row| row.from_on > as_of);
    facts.results.retain(|row| row.month > as_of.month());
    facts
}

fn place(draw: &mut Draw) -> Place {
    let site = |draw: &mut Draw| CompactString::from(draw.one_of(SITES));
    Place {
        site: draw.maybe(85, site),
        country: draw.maybe(70, site),
        unit: draw.maybe(70, site),
        work_mode: draw.maybe(80, |draw| draw.one_of(WorkMode::ALL)),
    }
}

fn employments(draw: &mut Draw, as_of: Day, facts: &mut Facts) {
    let rehires = draw.one_of(&[0, 0, 0, 1, 2]);
    let latest = if draw.chance(4) { 3 } else { -1 };
    let mut hired_on = draw.near(as_of, 36, latest);
    for span in 0..=rehires {
        let kind = draw.one_of(EmploymentKind::ALL);
        let leaves = span < rehires || draw.chance(8);
        let left_on = leaves.then(|| draw.end_after(hired_on, 20));
        facts.employments.push(Employment { hired_on, left_on, kind });
        let Some(left_on) = left_on else { return };
        hired_on = left_on.plus_days(draw.one_of(&[1, 1, 2, 31, 90, 200]));
    }
}

/// A chain of assignments from about the first hire on; it may reach outside employment and change jobs.
fn assignments(draw: &mut Draw, facts: &mut Facts) {
    let mut started_on = facts.employments[0].hired_on;
    if draw.chance(20) {
        started_on = draw.near(started_on, 3, 6);
    }
    let moves = draw.one_of(&[0, 0, 0, 1, 2, 3]);
    for step in 0..=moves {
        let job = draw.one_of(&[JOBS[0], JOBS[0], JOBS[0], JOBS[0], JOBS[1], JOBS[2]]);
        let ends = step < moves || draw.chance(5);
        let ended_on = ends.then(|| draw.end_after(started_on, 14));
        facts.assignments.push(Assignment { job, started_on, ended_on });
        let Some(ended_on) = ended_on else { return };
        started_on = ended_on.plus_days(draw.one_of(&[1, 1, 1, 2, 40]));
    }
}

fn evidence(draw: &mut Draw, reach: &Reach, facts: &mut Facts) {
    facts.leaves = draw.up_to(3, |draw| leave(draw, reach));
    facts.credentials = draw.up_to(8, |draw| credential(draw, reach));
    facts.proficiencies = draw.up_to(8, |draw| proficiency(draw, reach));
    facts.trainings = draw.up_to(8, |draw| training(draw, reach));
    facts.reviews = draw.up_to(4, |draw| Review { reviewed_on: reach.day(draw), rating: draw.between(1, 5).into() });
    facts.skills = draw.up_to(4, |draw| SkillAssessment {
        skill: draw.one_of(SKILLS),
        assessor: draw.one_of(&[Assessor::Manager, Assessor::Manager, Assessor::Peer, Assessor::Myself]),
        assessed_on: reach.day(draw),
        level: draw.between(1, 5) as u8,
    });
    facts.activities = draw.up_to(6, |draw| ActivityEvent {
        activity: draw.one_of(ACTIVITIES),
        occurred_on: reach.day(draw),
        count: draw.one_of(&[1, 1, 2, 5]),
    });
    facts.conduct = if draw.chance(40) { draw.up_to(2, |draw| conduct(draw, reach)) } else { Vec::new() };
    facts.waivers = draw.up_to(3, |draw| waiver(draw, reach));
    facts.results = results(draw, reach);
}

fn leave(draw: &mut Draw, reach: &Reach) -> Leave {
    let started_on = reach.day(draw);
    let ended_on = draw.maybe(80, |draw| draw.end_after(started_on, 5));
    Leave { started_on, ended_on, counts_toward_tenure: draw.chance(25) }
}

fn credential(draw: &mut Draw, reach: &Reach) -> Credential {
    let issued_on = reach.day(draw);
    let standing = match draw.below(5) {
        0..=2 => Standing::Verified,
        3 => Standing::Claimed,
        _ => Standing::RevokedOn(draw.end_after(issued_on, 30)),
    };
    let expires_on = draw.maybe(50, |draw| draw.end_after(issued_on, 36));
    Credential { certification: draw.one_of(CERTIFICATIONS), issued_on, expires_on, standing }
}

fn proficiency(draw: &mut Draw, reach: &Reach) -> Proficiency {
    let assessed_on = reach.day(draw);
    Proficiency {
        language: draw.one_of(&languages()),
        level: draw.one_of(Level::ALL),
        assessed_on,
        expires_on: draw.maybe(40, |draw| draw.end_after(assessed_on, 36)),
        basis: draw.one_of(&[Basis::Verified, Basis::Verified, Basis::Claimed]),
    }
}

fn training(draw: &mut Draw, reach: &Reach) -> Training {
    let status = match draw.below(8) {
        0..=4 => TrainingStatus::CompletedOn(reach.day(draw)),
        5 | 6 => TrainingStatus::PlannedOn(if draw.chance(20) { reach.as_of } else { draw.near(reach.as_of, 2, 8) }),
        _ => TrainingStatus::Withdrawn(draw.maybe(60, |draw| reach.day(draw))),
    };
    Training { course: draw.one_of(COURSES), status, score: draw.maybe(60, |draw| draw.between(68, 71).into()) }
}

fn conduct(draw: &mut Draw, reach: &Reach) -> ConductAction {
    let issued_on = reach.day(draw);
    ConductAction { issued_on, closed_on: draw.maybe(80, |draw| draw.end_after(issued_on, 8)) }
}

fn waiver(draw: &mut Draw, reach: &Reach) -> Waiver {
    let from_on = draw.near(reach.as_of, reach.back.min(10), reach.ahead);
    Waiver {
        track: draw.one_of(&[TRACK, TRACK, TRACK, OTHER_TRACK]),
        criterion: CompactString::from(draw.one_of(IDS)),
        from_on,
        until_on: draw.end_after(from_on, 14),
    }
}

/// Months of results up to about now, some missing, some without a sample.
fn results(draw: &mut Draw, reach: &Reach) -> Vec<MonthlyResult> {
    let mut rows = Vec::new();
    for metric in METRICS {
        let (presence, sampled) = (draw.one_of(&[95, 100, 60, 10]), draw.one_of(&[100, 85, 0]));
        let back = draw.between(0, 14).min(reach.back);
        for month in -back..=reach.ahead.min(2) {
            if draw.chance(presence) {
                let value = Decimal::from_units(
                    i64::from(draw.between(170, 186)) * 5_000 - 20_000 * draw.one_of(&[0, 0, 0, 43]),
                );
                let sample = draw.maybe(sampled, |draw| draw.one_of(&[20, 7, 1, 0, 33]));
                rows.push(MonthlyResult { metric: *metric, month: reach.as_of.month().plus(month), value, sample });
            }
        }
    }
    rows
}

/// Sorted, and without a second row of a natural key.
fn tidy(facts: &mut Facts) {
    fn once<T, K: Ord>(rows: &mut Vec<T>, key: impl Fn(&T) -> K) {
        let mut seen = BTreeSet::new();
        rows.retain(|row| seen.insert(key(row)));
    }
    once(&mut facts.leaves, |row| (row.started_on, row.counts_toward_tenure));
    once(&mut facts.credentials, |row| (row.certification, row.issued_on));
    once(&mut facts.proficiencies, |row| (row.language.clone(), row.assessed_on));
    once(&mut facts.trainings, |row| (row.course, row.status.day()));
    once(&mut facts.reviews, |row| row.reviewed_on);
    once(&mut facts.skills, |row| (row.skill, row.assessor, row.assessed_on));
    once(&mut facts.activities, |row| (row.activity, row.occurred_on));
    once(&mut facts.conduct, |row| row.issued_on);
    once(&mut facts.waivers, |row| (row.track, row.criterion.clone(), row.from_on));
    facts.sort();
}
