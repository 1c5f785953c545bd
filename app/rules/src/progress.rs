//! How much of something is done: an exact fraction from 0 to 1.

use std::cmp::Ordering;
use std::fmt;

use serde::{Serialize, Serializer};

use crate::natural::Natural;

/// An exact fraction from 0 to 1. It draws bars and orders lists; it is never the answer.
#[derive(Clone)]
pub struct Progress(Repr);

#[derive(Clone)]
enum Repr {
    /// In lowest terms.
    Small { part: u64, whole: u64 },
    /// Where the terms outgrow 64 bits, in whichever terms it came.
    Big(Box<Terms>),
}

/// The terms of a fraction.
#[derive(Clone)]
struct Terms {
    part: Natural,
    whole: Natural,
}

impl Progress {
    /// Nothing done.
    pub const NONE: Progress = Progress(Repr::Small { part: 0, whole: 1 });
    /// All done.
    pub const FULL: Progress = Progress(Repr::Small { part: 1, whole: 1 });

    /// `part` of `whole`, capped to 0..1; none where the whole is not positive.
    pub fn of(part: i128, whole: i128) -> Progress {
        if part <= 0 || whole <= 0 {
            return Progress::NONE;
        }
        if part >= whole {
            return Progress::FULL;
        }
        Progress::reduced(part as u128, whole as u128)
    }

    fn reduced(part: u128, whole: u128) -> Progress {
        if let (Ok(part), Ok(whole)) = (u64::try_from(part), u64::try_from(whole)) {
            let divisor = greatest_common_divisor(part, whole);
            return Progress(Repr::Small { part: part / divisor, whole: whole / divisor });
        }
        Progress(Repr::Big(Box::new(Terms { part: part.into(), whole: whole.into() })))
    }

    fn terms(&self) -> Terms {
        match &self.0 {
            Repr::Small { part, whole } => Terms { part: u128::from(*part).into(), whole: u128::from(*whole).into() },
            Repr::Big(terms) => (**terms).clone(),
        }
    }

    /// The mean of these; full where there are none.
    pub fn mean<'a>(all: impl ExactSizeIterator<Item = &'a Progress> + Clone) -> Progress {
        let count = all.len() as u64;
        if count == 0 {
            return Progress::FULL;
        }
        Progress::small_mean(all.clone(), count).unwrap_or_else(|| {
            let none = Terms { part: 0.into(), whole: 1.into() };
            let Terms { part, whole } = all.map(Progress::terms).fold(none, |sum, one| Terms {
                part: sum.part.times(&one.whole).plus(&one.part.times(&sum.whole)),
                whole: sum.whole.times(&one.whole),
            });
            Progress(Repr::Big(Box::new(Terms { part, whole: whole.times(&u128::from(count).into()) })))
        })
    }

    /// The mean while every term fits into 64 bits.
    fn small_mean<'a>(all: impl Iterator<Item = &'a Progress>, count: u64) -> Option<Progress> {
        let (mut sum, mut over) = (0_u64, 1_u64);
        for one in all {
            let Repr::Small { part, whole } = one.0 else { return None };
            let divisor = greatest_common_divisor(over, whole);
            let common = u128::from(over / divisor) * u128::from(whole);
            let common = u64::try_from(common).ok()?;
            let total = u128::from(sum) * u128::from(whole / divisor) + u128::from(part) * u128::from(over / divisor);
            over = common;
            sum = u64::try_from(total).ok()?;
        }
        Some(Progress::reduced(u128::from(sum), u128::from(over) * u128::from(count)))
    }

    /// In ten-thousandths, rounded half up: how it is written.
    pub fn ten_thousandths(&self) -> u32 {
        match &self.0 {
            Repr::Small { part, whole } => {
                ((u128::from(*part) * 20_000 + u128::from(*whole)) / (u128::from(*whole) * 2)) as u32
            }
            Repr::Big(terms) => {
                let doubled = terms.whole.plus(&terms.whole);
                let scaled = terms.part.times(&20_000.into()).plus(&terms.whole);
                let (mut least, mut over) = (0, 10_001);
                while over - least > 1 {
                    let middle = u32::midpoint(least, over);
                    if doubled.times(&u128::from(middle).into()) <= scaled { least = middle } else { over = middle }
                }
                least
            }
        }
    }
}

fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Ord for Progress {
    fn cmp(&self, other: &Progress) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small { part: a, whole: b }, Repr::Small { part: c, whole: d }) => {
                (u128::from(*a) * u128::from(*d)).cmp(&(u128::from(*c) * u128::from(*b)))
            }
            _ => {
                let (one, other) = (self.terms(), other.terms());
                one.part.times(&other.whole).cmp(&other.part.times(&one.whole))
            }
        }
    }
}

impl PartialEq for Progress {
    fn eq(&self, other: &Progress) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Progress {}

impl PartialOrd for Progress {
    fn partial_cmp(&self, other: &Progress) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", f64::from(self.ten_thousandths()) / 10_000.0)
    }
}

impl Serialize for Progress {
    /// A JSON number with at most 4 decimals.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        crate::Decimal::from_units(i64::from(self.ten_thousandths())).serialize(serializer)
    }
}
