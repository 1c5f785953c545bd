//! `metrics.csv`, `reviews.csv`, `skills.csv` and `activities.csv`: what a person does, and how well.

use rules::{
    ActivityEvent, ActivityId, Assessor, Day, Entry, Ladder, MetricId, Month, MonthlyResult, Review, SkillAssessment,
    SkillId,
};

use crate::bundle::columns::{Column, File, activities, metrics, reviews, skills};
use crate::bundle::row::Row;
use crate::bundle::sheet::{Cells, Known, Sheet, lists};

impl Sheet for MonthlyResult {
    const FILE: File = File::Metrics;
    const KEY: (Column, &'static str) = (metrics::month, "metric and month");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[&[metrics::metric], &[metrics::month]];
    type Key<'a> = (MetricId, Month);
    lists!(results);

    fn key(&self) -> (MetricId, Month) {
        (self.metric, self.month)
    }

    fn read(row: &mut Row<'_>, known: &Known<'_>) -> Option<MonthlyResult> {
        let metric = row.code(metrics::metric, &known.codes.metrics);
        let month = row.value(metrics::month);
        let value = row.value(metrics::value);
        let sample = row.whole(metrics::sample, 0, u32::MAX);
        Some(MonthlyResult { metric: metric?, month: month?, value: value?, sample })
    }

    fn write(&self, cells: &mut Cells, ladder: &Ladder) {
        cells.put(metrics::metric, ladder.catalogue.metric(self.metric).code());
        cells.put(metrics::month, self.month);
        cells.put(metrics::value, self.value);
        cells.put_some(metrics::sample, self.sample);
    }
}

impl Sheet for Review {
    const FILE: File = File::Reviews;
    const KEY: (Column, &'static str) = (reviews::reviewed_on, "reviewed_on");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[&[reviews::reviewed_on]];
    type Key<'a> = Day;
    lists!(reviews);

    fn key(&self) -> Day {
        self.reviewed_on
    }

    fn read(row: &mut Row<'_>, _: &Known<'_>) -> Option<Review> {
        let reviewed_on = row.value(reviews::reviewed_on);
        let rating = row.value(reviews::rating);
        Some(Review { reviewed_on: reviewed_on?, rating: rating? })
    }

    fn write(&self, cells: &mut Cells, _: &Ladder) {
        cells.put(reviews::reviewed_on, self.reviewed_on);
        cells.put(reviews::rating, self.rating);
    }
}

impl Sheet for SkillAssessment {
    const FILE: File = File::Skills;
    const KEY: (Column, &'static str) = (skills::assessed_on, "skill, assessor and assessed_on");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[&[skills::skill], &[skills::assessor], &[skills::assessed_on]];
    type Key<'a> = (SkillId, Assessor, Day);
    lists!(skills);

    fn key(&self) -> (SkillId, Assessor, Day) {
        (self.skill, self.assessor, self.assessed_on)
    }

    fn read(row: &mut Row<'_>, known: &Known<'_>) -> Option<SkillAssessment> {
        let skill = row.code(skills::skill, &known.codes.skills);
        let level = row.whole(skills::level, 1, 5);
        let assessed_on = row.value(skills::assessed_on);
        let assessor = row.choice(skills::assessor, Assessor::ALL, Assessor::code).unwrap_or(Assessor::Manager);
        Some(SkillAssessment { skill: skill?, assessor, assessed_on: assessed_on?, level: level? as u8 })
    }

    fn write(&self, cells: &mut Cells, ladder: &Ladder) {
        cells.put(skills::skill, ladder.catalogue.skill(self.skill).code());
        cells.put(skills::level, self.level);
        cells.put(skills::assessed_on, self.assessed_on);
        cells.put(skills::assessor, self.assessor);
    }
}

impl Sheet for ActivityEvent {
    const FILE: File = File::Activities;
    const KEY: (Column, &'static str) = (activities::occurred_on, "activity and occurred_on");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[&[activities::activity], &[activities::occurred_on]];
    type Key<'a> = (ActivityId, Day);
    lists!(activities);

    fn key(&self) -> (ActivityId, Day) {
        (self.activity, self.occurred_on)
    }

    fn read(row: &mut Row<'_>, known: &Known<'_>) -> Option<ActivityEvent> {
        let activity = row.code(activities::activity, &known.codes.activities);
        let occurred_on = row.value(activities::occurred_on);
        let count = row.whole(activities::count, 0, u32::MAX).unwrap_or(1);
        Some(ActivityEvent { activity: activity?, occurred_on: occurred_on?, count })
    }

    fn write(&self, cells: &mut Cells, ladder: &Ladder) {
        cells.put(activities::activity, ladder.catalogue.activity(self.activity).code());
        cells.put(activities::occurred_on, self.occurred_on);
        cells.put(activities::count, self.count);
    }
}
