//! Numbers with up to four decimals, exact.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};

use crate::day::NotThat;

/// A number of at most 14 digits before the point and 4 after it, kept in ten-thousandths.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(i64);

impl Decimal {
    /// How many units of the kept number make 1.
    pub const SCALE: i64 = 10_000;

    /// From ten-thousandths.
    pub const fn from_units(units: i64) -> Decimal {
        Decimal(units)
    }

    /// In ten-thousandths.
    pub const fn units(self) -> i64 {
        self.0
    }
}

impl From<i32> for Decimal {
    fn from(whole: i32) -> Decimal {
        Decimal(i64::from(whole) * Decimal::SCALE)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 10_000, self.0.unsigned_abs() % 10_000);
        if part == 0 {
            return write!(f, "{sign}{whole}");
        }
        let part = format!("{part:04}");
        write!(f, "{sign}{whole}.{}", part.trim_end_matches('0'))
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Decimal {
    type Err = NotThat;

    /// Reads `-?digits[.1–4 digits]` and nothing else: no plus, no exponent, no bare point.
    fn from_str(text: &str) -> Result<Decimal, NotThat> {
        let error = NotThat("a number is written with digits, a point and at most 4 decimals, as in 91.5");
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, part) = match unsigned.split_once('.') {
            Some((whole, part)) if (1..=4).contains(&part.len()) => (whole, part),
            Some(_) => return Err(error),
            None => (unsigned, ""),
        };
        let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(part) {
            return Err(error);
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > 14 {
            return Err(NotThat("a number has at most 14 digits before the point"));
        }
        let digit = |sum: i64, byte: u8| sum * 10 + i64::from(byte - b'0');
        let units = whole.bytes().chain(part.bytes()).fold(0, digit) * 10_i64.pow(4 - part.len() as u32);
        Ok(Decimal(if negative { -units } else { units }))
    }
}

impl Serialize for Decimal {
    /// A JSON number, whole where it is whole; where nobody reads it, as it is kept.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            serializer.serialize_i64(self.0)
        } else if self.0 % Decimal::SCALE == 0 {
            serializer.serialize_i64(self.0 / Decimal::SCALE)
        } else {
            // The nearest double of a number with four decimals prints as that number again, up to 15 digits.
            serializer.serialize_f64(self.0 as f64 / Decimal::SCALE as f64)
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    /// What [`Serialize`] writes.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        struct Number;

        impl Visitor<'_> for Number {
            type Value = Decimal;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number with up to four decimals")
            }

            fn visit_i64<E: Error>(self, whole: i64) -> Result<Decimal, E> {
                let units = whole.checked_mul(Decimal::SCALE).ok_or_else(|| E::custom("too large a number"))?;
                Ok(Decimal(units))
            }

            fn visit_u64<E: Error>(self, whole: u64) -> Result<Decimal, E> {
                self.visit_i64(i64::try_from(whole).map_err(E::custom)?)
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Decimal, E> {
                // Prints as the number that was written: see `serialize`.
                number.to_string().parse().map_err(E::custom)
            }
        }

        if deserializer.is_human_readable() {
            deserializer.deserialize_any(Number)
        } else {
            i64::deserialize(deserializer).map(Decimal)
        }
    }
}
