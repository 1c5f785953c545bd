//! `clear_conduct`: no conduct action open, nor closed within so many months.

use super::{Leaf, Question};
use crate::assessment::{Evidence, Measure};
use crate::day::Day;
use crate::facts::ConductAction;
use crate::known::Known;
use crate::timeline::{Span, Timeline};

pub(crate) struct ClearConduct {
    pub(crate) months: u32,
}

impl ClearConduct {
    /// The known actions, each with the days that it blocks.
    fn blocks<'k>(&'k self, known: &'k Known<'_>) -> impl Iterator<Item = (Span, &'k ConductAction)> {
        known.facts.conduct.iter().filter(|row| known.had_begun(row.issued_on)).filter_map(|row| {
            let closed_on = known.happened(row.closed_on);
            let until = closed_on.map_or(Day::FOREVER, |closed_on| closed_on.next().plus_months(self.months));
            Some((Span::new(row.issued_on, until)?, row))
        })
    }

    /// The days that no action blocks.
    fn clear(&self, known: &Known<'_>) -> Timeline {
        self.blocks(known).map(|(span, _)| span).collect::<Timeline>().complement()
    }
}

impl Leaf for ClearConduct {
    fn timeline(&self, known: &Known<'_>, _question: Question) -> Timeline {
        self.clear(known)
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        let open = self.blocks(known).any(|(span, _)| span.end().is_none());
        let clear_on = self.clear(known).earliest_from(known.as_of);
        Measure::ClearConduct { open, clear_on: clear_on.filter(|day| *day > known.as_of) }
    }

    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence> {
        self.blocks(known)
            .filter(|(span, _)| span.contains(known.as_of))
            .map(|(_, row)| Evidence::Conduct { issued_on: row.issued_on, closed_on: known.happened(row.closed_on) })
            .collect()
    }
}
