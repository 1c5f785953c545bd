//! Time zones: which day it is somewhere at an instant, and what clocks say there.

use std::fmt;

use jiff::civil::{Date, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use rules::Day;

use crate::Instant;

/// Where a time zone is that people would choose; the others are names from former times, and abbreviations.
const REGIONS: &[&str] = &[
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
];

/// A time zone that there is. Which there are, and what clocks say in each, comes with the program and not with the
/// machine: all servers of a company begin a day at the same instant.
#[derive(Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// The one that instants are kept in.
    pub const UTC: Zone = Zone(TimeZone::UTC);

    /// The one of a name, in whatever case that is written.
    pub fn named(name: &str) -> Option<Zone> {
        let found = TimeZoneDatabase::bundled().get(name).ok()?;
        (!found.is_unknown() && found.iana_name().is_some()).then_some(Zone(found))
    }

    /// The names that are offered to choose from: the regions of the world with their cities, and UTC.
    pub fn names() -> impl Iterator<Item = String> {
        let is_offered = |name: &String| name == "UTC" || REGIONS.iter().any(|region| name.starts_with(region));
        let database = TimeZoneDatabase::bundled();
        let names: Vec<String> = database.available().map(|name| name.as_str().to_owned()).collect();
        names.into_iter().filter(is_offered)
    }

    /// What it is called: a region and a city.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The day that it is there. An instant before the calendar is told as its first day.
    pub fn day(&self, at: Instant) -> Day {
        let date = self.0.to_datetime(at).date();
        let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
        Day::new(date.year().into(), month.into(), day.into()).unwrap_or(Day::FIRST)
    }

    /// What clocks say there: the hour and the minute.
    pub fn clock(&self, at: Instant) -> (u8, u8) {
        let time = self.0.to_datetime(at).time();
        (time.hour().unsigned_abs(), time.minute().unsigned_abs())
    }

    /// The first instant of a day there.
    pub fn begins(&self, day: Day) -> Instant {
        let (year, month, day) = day.ymd();
        let part = |number: u32| i8::try_from(number).ok();
        let date = i16::try_from(year).ok().zip(part(month).zip(part(day)));
        let date = date.and_then(|(year, (month, day))| Date::new(year, month, day).ok());
        let begins = date.and_then(|date| self.0.to_timestamp(date.to_datetime(Time::midnight())).ok());
        // What comes after the calendar never begins.
        begins.unwrap_or(Instant::MAX)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({})", self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> Zone {
        Zone::named(name).unwrap()
    }

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_begins_in_one_place_before_it_does_in_another() {
        let evening = at("2026-11-22T19:00:00Z");
        assert_eq!(zone("Asia/Kolkata").day(evening), day("2026-11-23"));
        assert_eq!(zone("Asia/Kolkata").clock(evening), (0, 30));
        assert_eq!(Zone::UTC.day(evening), day("2026-11-22"));
        assert_eq!(zone("America/Los_Angeles").day(evening), day("2026-11-22"));
        assert_eq!(zone("America/Los_Angeles").clock(evening), (11, 0));
    }

    #[test]
    fn a_day_begins_at_its_first_instant_wherever_it_is_and_however_long_it_is() {
        for name in ["UTC", "Asia/Kolkata", "Pacific/Kiritimati", "America/St_Johns", "Europe/Berlin"] {
            let zone = zone(name);
            for text in ["2026-03-29", "2026-10-25", "2026-11-01", "2026-11-22"] {
                let (day, begins) = (day(text), zone.begins(day(text)));
                let before = begins - jiff::SignedDuration::from_micros(1);
                assert_eq!((zone.day(begins), zone.day(before)), (day, day.previous()), "{name} {text}");
            }
        }
        // The clocks go from midnight to one o'clock.
        let late = zone("America/Asuncion").begins(day("2023-10-01"));
        assert_eq!(zone("America/Asuncion").clock(late), (1, 0));
    }

    #[test]
    fn a_zone_is_known_by_its_name_in_any_case_and_what_is_none_is_not() {
        assert_eq!(zone("asia/KOLKATA").name(), "Asia/Kolkata");
        assert_eq!((zone("utc").name(), zone("UTC")), ("UTC", Zone::UTC));
        for none in ["", "Asia/Hyderabad", "Etc/Unknown", "../../etc/passwd", "+05:30"] {
            assert_eq!(Zone::named(none), None, "{none}");
        }
    }

    #[test]
    fn every_zone_that_is_offered_is_one() {
        let names: Vec<String> = Zone::names().collect();
        assert!(names.len() > 400, "{}", names.len());
        assert!(names.iter().all(|name| zone(name).name() == name));
        assert!(["UTC", "Asia/Kolkata", "Asia/Manila"].iter().all(|name| names.iter().any(|one| one == name)));
        assert!(!names.iter().any(|name| name.starts_with("Etc/") || name == "EST"));
    }

    #[test]
    fn what_no_calendar_has_is_told_by_the_first_day_and_never_begins() {
        assert_eq!(Zone::UTC.day(Instant::MIN), Day::FIRST);
        assert_eq!(Zone::UTC.begins(Day::FOREVER), Instant::MAX);
    }
}
