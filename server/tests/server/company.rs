//! `nextrung company`: which day it is, and where.

use crate::killed::postgres;
use crate::program::nextrung;
use crate::samples;
use crate::served::{Served, eventually};

#[expect(clippy::disallowed_methods, reason = "which day the program says it is hangs on the clock it has")]
fn now() -> model::Instant {
    jiff::Timestamp::now()
}

fn today_in(zone: &str) -> String {
    model::Zone::named(zone).unwrap().day(now()).to_string()
}

fn the_time_zone_is_told_and_set(database: &str) {
    let folder = samples::folder();
    let run = |line: &str| nextrung(folder.path(), &format!("{line} --database {database}"));
    run("migrate").quietly();
    let told = run("company").quietly();
    assert!(told.starts_with("time zone  UTC\ntoday      2"), "{told}");
    // Where the day begins first of all, it has begun wherever it has.
    let set = run("company time-zone pacific/kiritimati").quietly();
    let today = today_in("Pacific/Kiritimati");
    assert_eq!(
        set,
        format!("the time zone is Pacific/Kiritimati, where it is {today}; servers take it up within seconds\n")
    );
    assert_eq!(run("company").quietly(), format!("time zone  Pacific/Kiritimati\ntoday      {today}\n"));
    let again = run("company time-zone Pacific/Kiritimati").quietly();
    assert_eq!(again, "the time zone is Pacific/Kiritimati already: nothing was changed\n");
    // No hour of the day is in the same day there and here.
    let back = run("company time-zone Pacific/Honolulu");
    assert_eq!((back.code, back.out.as_str()), (1, ""));
    assert!(back.err.contains("no day begins twice"), "{}", back.err);
    let unknown = run("company time-zone Asia/Kolkatta");
    assert_eq!((unknown.code, unknown.out.as_str()), (1, ""));
    assert!(
        unknown.err.starts_with("error: there is no time zone \"Asia/Kolkatta\"; is it Asia/Kolkata"),
        "{}",
        unknown.err
    );
    assert_eq!(run("company").quietly(), format!("time zone  Pacific/Kiritimati\ntoday      {today}\n"));
    assert!(run("audit verify").quietly().starts_with("1 sealed entries hold"));
}

#[test]
fn the_time_zone_is_told_and_set_in_sqlite() {
    the_time_zone_is_told_and_set("sqlite:nextrung.db");
}

#[test]
fn the_time_zone_is_told_and_set_in_postgresql() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let name = format!("time_zone_{}", std::process::id());
    the_time_zone_is_told_and_set(&runtime.block_on(store::create_database(&postgres(), &name)).unwrap());
}

#[test]
fn who_asks_of_no_database_is_told_that_there_is_none() {
    let folder = samples::folder();
    for line in ["company", "company time-zone Asia/Kolkata"] {
        assert_eq!(nextrung(folder.path(), line).code, 3, "{line}");
    }
    assert_eq!(nextrung(folder.path(), "company time-zone").code, 2);
}

#[test]
fn a_server_that_runs_takes_up_the_time_zone_without_being_started_again() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::start(folder.path(), "serve --listen 127.0.0.1:0");
    nextrung(folder.path(), "company time-zone Pacific/Kiritimati").quietly();
    let is_taken_up = || served.log().iter().any(|line| line.contains("Pacific/Kiritimati"));
    eventually("it is taken up", is_taken_up);
    eventually("the day of a page is the day there", || {
        served.get("/sign-in").body.contains(&format!("datetime=\"{}\"", today_in("Pacific/Kiritimati")))
    });
    assert_eq!(served.stop().0, 0);
}
