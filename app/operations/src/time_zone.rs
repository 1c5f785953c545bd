//! The company's time zone, and zones by what somebody types.

use files::likeness;
use model::{Zone, fold};
use policy::Context;
use store::Store;

use crate::Error;

/// How many zones are named in place of one that there is not.
const MOST_NEAR: usize = 3;
/// What is longer is the name of none, nor nearly so.
const LONGEST: usize = 60;
/// What is less alike is not what was meant.
const NEAR: f64 = 0.5;

/// There is no time zone of that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoZone {
    /// What was typed.
    pub typed: String,
    /// What may be meant, the likeliest first.
    pub near: Vec<String>,
}

/// The time zone that decides which day it is at the company.
pub async fn time_zone(store: &Store, ctx: &Context) -> Result<Zone, Error> {
    Ok(store.read(ctx, async |tx| tx.company().get().await).await?.time_zone)
}

/// The time zone of a name, however it is written: in any case, with spaces where the name has none.
pub fn zone_named(typed: &str) -> Result<Zone, NoZone> {
    let typed = typed.trim();
    let name: Vec<&str> = typed.split_whitespace().collect();
    let name = name.join("_");
    Zone::named(&name).ok_or_else(|| NoZone { near: near(&fold(&name)), typed: typed.to_owned() })
}

/// The zones whose names, or the names of whose cities, look most like it.
fn near(name: &str) -> Vec<String> {
    if name.chars().count() > LONGEST {
        return Vec::new();
    }
    let city = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    let written = city(name);
    let alike = |known: String| {
        let folded = fold(&known);
        (likeness(name, &folded).max(likeness(&written, &city(&folded))), known)
    };
    let mut all: Vec<(f64, String)> = Zone::names().map(alike).filter(|(alike, _)| *alike >= NEAR).collect();
    all.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    all.into_iter().take(MOST_NEAR).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_found_however_it_is_written() {
        for typed in ["Asia/Kolkata", " asia/kolkata\n", "ASIA/KOLKATA"] {
            assert_eq!(zone_named(typed).unwrap().name(), "Asia/Kolkata", "{typed}");
        }
        assert_eq!(zone_named("america/new york").unwrap().name(), "America/New_York");
    }

    #[test]
    fn what_is_no_zone_is_refused_with_the_nearest() {
        let nearest = |typed: &str| zone_named(typed).unwrap_err().near.into_iter().next().unwrap_or_default();
        assert_eq!(nearest("Asia/Kolkatta"), "Asia/Kolkata");
        assert_eq!(nearest("kolkata"), "Asia/Kolkata", "a city alone");
        assert_eq!(nearest("India/Kolkata"), "Asia/Kolkata", "a city in another region");
        assert_eq!(nearest("new york"), "America/New_York");
        assert_eq!(zone_named("zzzzzzzzzzzzz").unwrap_err().near, Vec::<String>::new(), "nothing is near");
        assert_eq!(zone_named(&"Asia/Kolkata ".repeat(9)).unwrap_err().near, Vec::<String>::new(), "nor that");
        assert_eq!(zone_named("").unwrap_err(), NoZone { typed: String::new(), near: Vec::new() });
    }
}
