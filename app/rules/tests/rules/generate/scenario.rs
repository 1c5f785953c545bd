//! Random things that are assumed.

use rules::{Change, Day, Decimal, Level};

use super::Draw;
use super::ladder::{CERTIFICATIONS, COURSES, METRICS, languages};

/// Up to four changes of days so many months back and ahead.
pub(super) fn changes(draw: &mut Draw, as_of: Day, back: i32, ahead: i32) -> Vec<Change> {
    draw.up_to(4, |draw| {
        let day = draw.near(as_of, back, ahead);
        match draw.below(5) {
            0 => Change::Certification { certification: draw.one_of(CERTIFICATIONS), issued_on: day },
            1 => Change::Course { course: draw.one_of(COURSES), completed_on: day },
            2 => Change::Language {
                language: draw.one_of(&languages()),
                level: draw.one_of(Level::ALL),
                assessed_on: day,
            },
            3 => {
                let last = day.month().plus(draw.between(0, 4));
                let value = Decimal::from(draw.between(60, 100));
                Change::Results { metric: draw.one_of(METRICS), first: day.month(), last, value }
            }
            _ => Change::Leave { started_on: day, ended_on: day.plus_days(draw.between(0, 90)) },
        }
    })
}
