//! Our days and months against a calendar that others wrote and keep.

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use rules::{Day, Month};

fn ours(date: Date) -> Day {
    Day::new(date.year().into(), date.month() as u32, date.day() as u32).expect("both calendars have the day")
}

/// Every day that can be written, in order.
fn every_day() -> impl Iterator<Item = Date> {
    let first = jiff::civil::date(1, 1, 1);
    std::iter::successors(Some(first), |date| date.tomorrow().ok())
}

/// A few thousand days: month ends and starts, leap days, and the rest thinly.
fn telling_days() -> impl Iterator<Item = Date> {
    every_day()
        .enumerate()
        .filter(|(at, date)| {
            let around_month_end = date.day() == 1 || date.day() >= 28;
            (around_month_end && date.year() % 97 == 4) || date.year() == 2024 || at % 1013 == 0
        })
        .map(|(_, date)| date)
}

#[test]
fn every_day_of_the_calendar_is_the_day_after_the_one_before() {
    let mut before = Day::FIRST.previous();
    assert_eq!(before, Day::FIRST, "arithmetic stops at the first day");
    for (at, date) in every_day().enumerate() {
        let day = ours(date);
        assert_eq!(day.ymd(), (date.year().into(), date.month() as u32, date.day() as u32));
        assert_eq!(Day::FIRST.days_until(day), at as i32, "{date}");
        assert!(at == 0 || before.next() == day && day.previous() == before && before < day, "{date}");
        before = day;
    }
    assert_eq!(before.next(), Day::FOREVER);
    assert_eq!(Day::FOREVER.next(), Day::FOREVER);
}

#[test]
fn no_day_exists_that_the_calendar_lacks() {
    for year in [0, 1, 4, 100, 400, 1900, 2000, 2023, 2024, 2100, 9999, 10_000] {
        for month in 0..=13 {
            for day in 0..=32 {
                let theirs = Date::new(year as i16, month as i8, day as i8)
                    .ok()
                    .filter(|date| (1..=9999).contains(&date.year()));
                assert_eq!(Day::new(year, month, day).is_some(), theirs.is_some(), "{year}-{month}-{day}");
            }
        }
    }
}

#[test]
fn adding_months_clamps_to_the_last_day_of_the_month() {
    for date in telling_days() {
        for months in [0, 1, 2, 3, 6, 11, 12, 13, 18, 24, 36, 48, 120, 1200] {
            let theirs = date.checked_add(Span::new().months(months)).map_or(Day::FOREVER, ours);
            assert_eq!(ours(date).plus_months(months as u32), theirs, "{date} and {months} months");
        }
    }
    assert_eq!(ours(jiff::civil::date(2026, 1, 31)).plus_months(u32::MAX), Day::FOREVER);
    assert_eq!(Day::FOREVER.plus_months(1), Day::FOREVER);
}

#[test]
fn whole_months_and_days_over_lead_back_to_the_day() {
    for date in telling_days() {
        for days in [0, 1, 27, 28, 30, 31, 59, 365, 366, 730] {
            let (from, to) = (ours(date), ours(date).plus_days(days));
            let (months, over) = from.months_and_days_until(to);
            assert_eq!(from.plus_months(months).plus_days(over as i32), to, "{from} to {to}");
            assert!(from.plus_months(months + 1) > to || to == Day::FOREVER, "{from} to {to}: a month more fits");
        }
    }
}

#[test]
fn months_begin_and_end_where_the_calendar_says() {
    for date in telling_days() {
        let month = ours(date).month();
        assert_eq!(month.first_day(), ours(date.first_of_month()));
        assert_eq!(month.last_day(), ours(date.last_of_month()));
        assert_eq!(month.year_and_month(), (date.year().into(), date.month() as u32));
        assert_eq!(month.to_string().parse(), Ok(month));
        let Ok(later) = date.checked_add(5.months()) else { continue };
        assert_eq!(month.plus(5), ours(later).month());
        assert_eq!(month.months_until(ours(later).month()), 5);
    }
}

#[test]
fn days_are_written_and_read_as_files_write_them() {
    for date in telling_days() {
        assert_eq!(ours(date).to_string(), date.to_string());
        assert_eq!(date.to_string().parse(), Ok(ours(date)));
    }
}

#[test]
fn what_is_not_written_as_a_day_or_a_month_is_refused() {
    let days = [
        "",
        "2026",
        "2026-1-1",
        "2026-02-29",
        "2100-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "0000-01-01",
        "10000-01-01",
        "2026/01/01",
        "01-01-2026",
        " 2026-01-01",
        "2026-01-01 ",
        "2026-01-01T00:00",
        "+026-01-01",
        "2026-01-0a",
        "２０２６-01-01",
        "-2026-01-01",
        "2026-01-32",
        "2026-01-00",
        "20260-1-01",
    ];
    for text in days {
        assert!(text.parse::<Day>().is_err(), "{text:?} was read as a day");
    }
    for text in ["", "2026", "2026-1", "2026-13", "2026-00", "0000-01", "2026-01-01", "26-01", "2026/01", "2026-0a"] {
        assert!(text.parse::<Month>().is_err(), "{text:?} was read as a month");
    }
}
