//! How much a page may weigh, in bytes that travel.

use crate::files::Weight;

/// Any page, with all that it loads.
const PAGE: usize = 120_000;
/// What its own HTML may take of that.
const HTML: usize = 20_000;

/// Why these are too heavy for a page that loads all of them, if they are.
pub(crate) fn overdrawn(weights: &[Weight]) -> Option<String> {
    let sum: usize = weights.iter().map(|weight| weight.brotli).sum();
    let leave = PAGE - HTML;
    (sum > leave).then(|| {
        format!("a page may weigh {PAGE} bytes, {HTML} of them HTML; what it loads may be {leave} and is {sum}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_loads_leaves_room_for_the_page() {
        let weight = |brotli| Weight { name: "a.wasm".to_owned(), plain: 900_000, brotli, gzip: 300_000 };
        assert_eq!(overdrawn(&[weight(60_000), weight(40_000)]), None);
        assert!(overdrawn(&[weight(60_000), weight(40_001)]).is_some());
    }
}
