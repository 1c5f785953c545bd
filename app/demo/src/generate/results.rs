//! What comes by itself: monthly results, reviews, and judgements of skills, around what the ladder asks.

use files::Person;
use rules::{
    Assessor, Better, Bound, Criterion, Day, Decimal, JobId, Ladder, MetricId, MonthlyResult, Review, Rule,
    SkillAssessment, SkillId, TrackVersion,
};

use super::dice::Dice;

/// How many months of results everybody has: the longest window that the default ladder asks, and the month that is
/// still being counted.
const MONTHS: i32 = 7;
/// How much of a month is the month before.
const INERTIA: f64 = 0.7;
/// How many of a hundred months are missing.
const MISSING: f64 = 0.02;

/// What the tracks from a job ask of results and skills.
pub(super) struct Asked {
    metrics: Vec<Scale>,
    skills: Vec<SkillId>,
}

/// How the values of a metric spread.
struct Scale {
    metric: MetricId,
    /// In the middle of what is asked, in ten-thousandths.
    middle: i64,
    /// A standard deviation, upward where more is better.
    spread: f64,
    highest: i64,
}

impl Asked {
    /// What the versions that start from this job ask.
    pub(super) fn from(job: JobId, versions: &[&TrackVersion], ladder: &Ladder) -> Asked {
        let mut bounds: Vec<(MetricId, i64)> = Vec::new();
        let mut skills = Vec::new();
        for version in versions.iter().filter(|version| version.from.contains(&job)) {
            collect(&version.criteria, &mut bounds, &mut skills);
        }
        bounds.sort_unstable();
        skills.sort_unstable();
        skills.dedup();
        let metrics = bounds.chunk_by(|a, b| a.0 == b.0).map(|of_one| Scale::new(of_one, ladder)).collect();
        Asked { metrics, skills }
    }
}

fn collect(criteria: &[Criterion], bounds: &mut Vec<(MetricId, i64)>, skills: &mut Vec<SkillId>) {
    for criterion in criteria {
        if let Rule::Metric(rule) = &criterion.rule {
            let (Bound::AtLeast(bound) | Bound::AtMost(bound)) = rule.bound;
            bounds.push((rule.metric, bound.units()));
        }
        if let Rule::Skill { skill, .. } = criterion.rule {
            skills.push(skill);
        }
        collect(criterion.rule.parts(), bounds, skills);
    }
}

impl Scale {
    fn new(bounds: &[(MetricId, i64)], ladder: &Ladder) -> Scale {
        let metric = bounds[0].0;
        let middle = (bounds[0].1 + bounds[bounds.len() - 1].1) / 2;
        let entry = ladder.catalogue.metric(metric);
        let percent = entry.unit.as_deref() == Some("%");
        // A point or three of a high percentage; an eighth of all else.
        let spread = if percent && middle > 500_000 { 26_000.0 } else { middle as f64 / 8.0 };
        let better = if entry.better == Some(Better::Lower) { -1.0 } else { 1.0 };
        Scale { metric, middle, spread: spread * better, highest: if percent { 1_000_000 } else { i64::MAX } }
    }

    /// So many deviations from the middle, with one decimal.
    fn value(&self, deviations: f64) -> Decimal {
        let units = self.middle + (self.spread * deviations) as i64;
        Decimal::from_units((units / 1000 * 1000).clamp(0, self.highest))
    }
}

/// Somebody at work, how good they are (around 0, a deviation of 1), and since when.
pub(super) struct Work<'a> {
    pub(super) person: &'a mut Person,
    pub(super) dice: &'a mut Dice,
    pub(super) talent: f64,
    pub(super) job_started_on: Day,
    pub(super) hired_on: Day,
    pub(super) known_until: Day,
}

impl Work<'_> {
    /// Results, reviews and skills.
    pub(super) fn leave_traces(&mut self, asked: &Asked) {
        asked.metrics.iter().for_each(|scale| self.results(scale));
        asked.skills.iter().for_each(|&skill| self.skill(skill));
        self.reviews();
    }

    fn results(&mut self, scale: &Scale) {
        let level = 0.15 + 0.65 * self.talent + 0.5 * self.dice.normal();
        let mut drift = 0.6 * self.dice.normal();
        let last = self.known_until.month().plus(-1);
        for month in (1 - MONTHS..=0).map(|back| last.plus(back)) {
            drift = INERTIA * drift + 0.43 * self.dice.normal();
            let sample = self.dice.between(25, 90) as u32;
            // A month begun before the job is not measured.
            if month.first_day() < self.job_started_on || self.dice.chance(MISSING) {
                continue;
            }
            let value = scale.value(level + drift);
            self.person.results.push(MonthlyResult { metric: scale.metric, month, value, sample: Some(sample) });
        }
    }

    fn skill(&mut self, skill: SkillId) {
        let level = 3.9 + 0.6 * self.talent + 0.6 * self.dice.normal();
        // Here and there nobody has got round to it yet, but one has judged oneself.
        let assessor = if self.dice.chance(0.05) { Assessor::Myself } else { Assessor::Manager };
        self.judge(skill, assessor, level);
        if self.dice.chance(0.1) {
            self.judge(skill, Assessor::Peer, level + 0.3);
        }
    }

    fn judge(&mut self, skill: SkillId, assessor: Assessor, level: f64) {
        let days = self.hired_on.days_until(self.known_until).min(300);
        let assessed_on = self.known_until.plus_days(-self.dice.between(0, days));
        self.person.skills.push(SkillAssessment { skill, assessor, assessed_on, level: level.clamp(1.0, 5.0) as u8 });
    }

    /// Twice a year, the first after three months.
    fn reviews(&mut self) {
        let latest = self.known_until.plus_days(-self.dice.between(0, 181));
        for back in (0..3).rev() {
            let reviewed_on = latest.plus_days(back * -182);
            let halves = 7.2 + 1.1 * self.talent + 0.7 * self.dice.normal();
            if reviewed_on >= self.hired_on.plus_days(90) {
                let rating = Decimal::from_units((halves.clamp(2.0, 10.0) as i64) * Decimal::SCALE / 2);
                self.person.reviews.push(Review { reviewed_on, rating });
            }
        }
    }
}
