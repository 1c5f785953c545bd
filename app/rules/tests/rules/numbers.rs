//! Numbers are exact: those that files write, and how much is done.

use num_rational::BigRational;
use proptest::prelude::*;
use rules::{Decimal, Progress};

use crate::trial::Trial;

fn checked(result: Result<(), proptest::test_runner::TestCaseError>) -> Vec<String> {
    result.err().map(|error| error.to_string()).into_iter().collect()
}

#[test]
fn a_number_is_written_as_it_was_read() {
    let written = "-?(0|[1-9][0-9]{0,13})(\\.[0-9]{1,4})?";
    Trial::new("numbers").hold(&proptest::string::string_regex(written).expect("a pattern"), |text| {
        let read = || -> Result<(), TestCaseError> {
            let number: Decimal = text.parse().map_err(|_| TestCaseError::fail(format!("{text} is refused")))?;
            let (whole, part) =
                text.trim_start_matches('-').split_once('.').unwrap_or((text.trim_start_matches('-'), ""));
            let units: i64 = format!("{whole}{part:0<4}").parse().map_err(|_| TestCaseError::fail("too long"))?;
            prop_assert_eq!(number.units().abs(), units);
            prop_assert!(number.units() <= 0 || !text.starts_with('-'));
            prop_assert_eq!(number.to_string().parse(), Ok(number));
            Ok(())
        };
        checked(read())
    });
}

#[test]
fn what_is_not_written_as_a_number_is_refused() {
    let refused = [
        "",
        "-",
        "+1",
        "1.",
        ".5",
        "1.23456",
        "1e3",
        "NaN",
        "inf",
        "1,5",
        " 1",
        "1 ",
        "--1",
        "1.2.3",
        "0x10",
        "1.-2",
        "١",
        "123456789012345",
    ];
    for text in refused {
        assert!(text.parse::<Decimal>().is_err(), "{text:?} was read as a number");
    }
    assert_eq!("0000000000000000091.50".parse(), Ok(Decimal::from_units(915_000)), "leading zeros are no digits");
}

/// A fraction from 0 to 1, ours and theirs.
fn fractions() -> impl Strategy<Value = (Progress, BigRational)> {
    (1..=u64::MAX, any::<u64>()).prop_map(|(whole, part)| {
        let part = part % (u128::from(whole) + 1) as u64;
        (Progress::of(part.into(), whole.into()), BigRational::new(part.into(), whole.into()))
    })
}

#[test]
fn progress_is_exact_however_many_parts_it_has() {
    let parts = proptest::collection::vec(fractions(), 1..9);
    Trial::new("progress").hold(&parts, |parts| {
        let (ours, theirs): (Vec<_>, Vec<_>) = parts.iter().cloned().unzip();
        let mean = Progress::mean(ours.iter());
        let sum = theirs.iter().fold(BigRational::default(), |sum, one| sum + one);
        let exact = sum / BigRational::from_integer(parts.len().into());
        let half = BigRational::new(1.into(), 2.into());
        let rounded = (exact * BigRational::from_integer(10_000.into()) + half).floor().to_integer();
        let mut wrong = Vec::new();
        if rounded != mean.ten_thousandths().into() {
            wrong.push(format!("{mean:?} should be {rounded} ten-thousandths"));
        }
        for (a, b) in parts.iter().zip(parts.iter().skip(1)) {
            if a.0.cmp(&b.0) != a.1.cmp(&b.1) || (a.0 == b.0) != (a.1 == b.1) {
                wrong.push(format!("{:?} and {:?} are in the wrong order", a.1, b.1));
            }
        }
        wrong
    });
}

/// The same fraction is the same progress, whichever sums it came from.
#[test]
fn progress_that_adds_up_to_a_half_is_a_half() {
    let prime = (1_i128 << 61) - 1;
    let other = (1_i128 << 31) - 1;
    let parts = [
        Progress::of(5, prime),
        Progress::of(7, other),
        Progress::of(prime - 5, prime),
        Progress::of(other - 7, other),
    ];
    assert_eq!(Progress::mean(parts.iter()), Progress::of(1, 2));
}
