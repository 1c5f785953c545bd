//! The fictional company: people who are cases, and a generator for any number of others.
//!
//! All people are invented. Nothing here knows what day it is: everybody is made relative to an `as_of`.

mod census;
mod codes;
mod company;
mod generate;

pub use census::Census;
pub use company::{CAST, CastMember, Shown, cast, demo};
pub use generate::{AS_OF, generate};
