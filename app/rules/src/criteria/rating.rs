//! `rating`: the latest reviews all reach a rating.

use super::{Lack, Lead, Leaf, Question};
use crate::assessment::{Evidence, Measure, Step};
use crate::day::Day;
use crate::decimal::Decimal;
use crate::facts::Review;
use crate::known::Known;
use crate::progress::Progress;
use crate::timeline::{Span, Timeline};

const NEXT_REVIEW_DAYS: u32 = 180;

pub(crate) struct Rated {
    pub(crate) at_least: Decimal,
    pub(crate) reviews: u32,
}

impl Rated {
    /// The reviews known, oldest first.
    fn known<'k>(&self, known: &Known<'k>) -> &'k [Review] {
        let all: &'k [Review] = &known.facts.reviews;
        &all[..all.partition_point(|row| known.had_begun(row.reviewed_on))]
    }

    /// The latest of them, as many as are asked.
    fn latest<'k>(&self, known: &Known<'k>) -> &'k [Review] {
        let all = self.known(known);
        &all[all.len().saturating_sub(self.reviews as usize)..]
    }

    fn reaching(&self, reviews: &[Review]) -> usize {
        reviews.iter().filter(|row| row.rating >= self.at_least).count()
    }
}

impl Leaf for Rated {
    fn timeline(&self, known: &Known<'_>, _question: Question) -> Timeline {
        let all = self.known(known);
        let asked = self.reviews as usize;
        let mut timeline = Timeline::NEVER;
        for last in asked.max(1)..=all.len() {
            if self.reaching(&all[last - asked..last]) == asked {
                let until = all.get(last).map_or(Day::FOREVER, |next| next.reviewed_on);
                timeline.extend(Span::new(all[last - 1].reviewed_on, until));
            }
        }
        timeline
    }

    fn lack(&self, known: &Known<'_>) -> Option<Lack> {
        let on_record = self.latest(known).len();
        if on_record == 0 {
            return Some(Lack::NoEvidence);
        }
        (on_record < self.reviews as usize).then_some(Lack::Insufficient)
    }

    fn progress(&self, known: &Known<'_>) -> Progress {
        Progress::of(self.reaching(self.latest(known)) as i128, self.reviews.into())
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        let latest = self.latest(known);
        Measure::Rating {
            on_record: latest.len() as u32,
            reaching: self.reaching(latest) as u32,
            latest: latest.last().map(|row| row.rating),
        }
    }

    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence> {
        let evidence = |row: &Review| Evidence::Review { reviewed_on: row.reviewed_on, rating: row.rating };
        self.latest(known).iter().map(evidence).collect()
    }

    fn lead(&self, _known: &Known<'_>) -> Option<Lead> {
        Some(Lead { days: NEXT_REVIEW_DAYS, step: Step::Rating })
    }
}
