//! `employment`: employed in one of these ways.

use super::{Leaf, Question};
use crate::assessment::{Evidence, Measure};
use crate::facts::EmploymentKind;
use crate::known::Known;
use crate::timeline::Timeline;

pub(crate) struct EmployedAs<'l> {
    pub(crate) any_of: &'l [EmploymentKind],
}

impl Leaf for EmployedAs<'_> {
    fn timeline(&self, known: &Known<'_>, _question: Question) -> Timeline {
        known
            .employments
            .iter()
            .filter(|employment| self.any_of.contains(&employment.kind))
            .map(|employment| employment.span)
            .collect()
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        Measure::Employment { kind: known.current_employment().map(|employment| employment.kind) }
    }

    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence> {
        let current = known.current_employment().map(|employment| Evidence::Employment {
            hired_on: employment.span.from,
            left_on: employment.span.end().map(crate::Day::previous),
            employment: employment.kind,
        });
        current.into_iter().collect()
    }
}
