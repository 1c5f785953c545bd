//! The fictional company: its people are the cases that they say they are, and made-up workforces are believable.

mod bundle;
mod company;
mod ladder;
mod workforce;

use rules::{Day, Ladder};

fn ladder() -> &'static Ladder {
    files::default_ladder()
}

fn day(text: &str) -> Day {
    text.parse().expect("a date in a test exists")
}
