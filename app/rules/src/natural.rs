//! Whole numbers of any size, for the few sums that outgrow 64 bits. No library: what those bring for numbers of
//! thousands of digits would be a tenth of all that the browser loads.

use std::cmp::Ordering;

/// Digits of 32 bits, the smallest first, the last one never 0.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Natural(Vec<u32>);

impl Natural {
    fn of_digits(mut digits: Vec<u32>) -> Natural {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Natural(digits)
    }

    pub(crate) fn plus(&self, other: &Natural) -> Natural {
        let digit = |number: &Natural, at: usize| u64::from(number.0.get(at).copied().unwrap_or(0));
        let mut carried = 0;
        let sum = (0..=self.0.len().max(other.0.len())).map(|at| {
            carried += digit(self, at) + digit(other, at);
            let low = carried as u32;
            carried >>= 32;
            low
        });
        Natural::of_digits(sum.collect())
    }

    pub(crate) fn times(&self, other: &Natural) -> Natural {
        let mut product = vec![0_u32; self.0.len() + other.0.len()];
        for (at, a) in self.0.iter().enumerate() {
            let mut carried = 0;
            let others = other.0.iter().copied().chain([0]);
            for (low, b) in product[at..].iter_mut().zip(others) {
                carried += u64::from(*a) * u64::from(b) + u64::from(*low);
                *low = carried as u32;
                carried >>= 32;
            }
        }
        Natural::of_digits(product)
    }
}

impl From<u128> for Natural {
    fn from(number: u128) -> Natural {
        Natural::of_digits((0..4).map(|at| (number >> (32 * at)) as u32).collect())
    }
}

impl Ord for Natural {
    fn cmp(&self, other: &Natural) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

impl PartialOrd for Natural {
    fn partial_cmp(&self, other: &Natural) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBERS: [u128; 8] =
        [0, 1, 7, u32::MAX as u128, 1 << 32, (1 << 63) + 5, u64::MAX as u128, 0x1234_5678_9abc_def0];

    #[test]
    fn sums_and_products_are_those_of_the_machine_where_it_has_them() {
        for (a, b) in NUMBERS.iter().flat_map(|a| NUMBERS.map(|b| (*a, b))) {
            let (one, other) = (Natural::from(a), Natural::from(b));
            assert!(one.plus(&other) == Natural::from(a + b), "{a} + {b}");
            assert!(one.times(&other) == Natural::from(a * b), "{a} * {b}");
            assert_eq!(one.cmp(&other), a.cmp(&b), "{a} {b}");
        }
    }

    #[test]
    fn beyond_the_machine_a_product_is_that_of_its_parts() {
        let (large, two) = (Natural::from(u128::MAX), Natural::from(2));
        let square = large.times(&large);
        // (n + 1)² = n² + 2n + 1
        let next = large.plus(&Natural::from(1));
        assert!(next.times(&next) == square.plus(&two.times(&large)).plus(&Natural::from(1)));
        assert!(next.times(&next) > square);
    }
}
