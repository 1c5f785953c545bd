//! The company's time zone, as an administrator sets it and everybody is told by it.

use axum::http::StatusCode;
use model::Access;

use crate::database::{Engine, on_each_engine};
use crate::read::text;
use crate::site::Site;

on_each_engine! {
    a_day_that_has_begun_in_the_companys_time_zone_and_not_in_utc_gives_the_answer_of_that_day,
    instants_are_told_in_the_companys_time_zone_and_exported_in_utc,
    what_is_no_time_zone_and_where_the_day_has_not_begun_is_refused_in_the_form,
}

/// In Hyderabad it is half past midnight on 22 Feb 2027: the day on which 1004 has been in the job for 12 months.
const EVENING: &str = "2027-02-21T19:00:00Z";

async fn a_day_that_has_begun_in_the_companys_time_zone_and_not_in_utc_gives_the_answer_of_that_day(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    for (name, access) in [("1004", &[][..]), ("boss", &[(Access::Administrator, None)])] {
        site.account(name, access).await;
    }
    site.it_is(EVENING);
    let (mut own, mut boss) = (site.signed_in_again("1004").await, site.signed_in_again("boss").await);
    let address = "/people/1004/tracks/csr-to-team-lead";
    let before = own.get(address).await;
    let not_yet = "You have 11 months and 30 days (since 22 Feb 2026). You reach it on 22 Feb 2027 if nothing changes.";
    let met = "Met since 22 Feb 2027";
    text(&before.text).holds(not_yet);
    assert!(!text(&before.text).0.contains(met));
    assert!(before.text.contains("Times in UTC"));

    let form = boss.get("/admin/company").await.text;
    assert!(form.contains(r#"list="time_zone-known""#) && form.contains(r#"<option value="Asia/Kolkata">"#), "{form}");
    let set = boss.post("/admin/company", &[("time_zone", "asia/kolkata")]).await;
    assert_eq!((set.status, set.location()), (StatusCode::SEE_OTHER, "/admin/company"));
    let page = boss.get("/admin/company").await;
    text(&page.text).holds("The time zone is Asia/Kolkata");
    text(&page.text).holds("Mon 22 Feb 2027");

    let after = own.get(address).await;
    text(&after.text).holds(met);
    assert!(!text(&after.text).0.contains(not_yet));
    assert!(after.text.contains("Times in Asia/Kolkata"));
    assert!(after.text.contains(r#"<time datetime="2027-02-22">22 Feb 2027</time>"#), "the day it is");

    boss.post("/admin/company", &[("time_zone", "Asia/Kolkata")]).await;
    text(&boss.get("/admin/company").await.text).holds("already: nothing was changed");
}

async fn instants_are_told_in_the_companys_time_zone_and_exported_in_utc(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    site.account("both", &[(Access::Administrator, None), (Access::Auditor, None)]).await;
    site.it_is(EVENING);
    let mut both = site.signed_in_again("both").await;
    let told = |told: &str| format!(r#"<time datetime="2027-02-21T19:00:00Z">{told}</time>"#);
    let page = both.get("/audit?act=signed_in").await.text;
    assert!(page.contains(&told("21 Feb 2027, 19:00")), "{page}");
    both.post("/admin/company", &[("time_zone", "Asia/Kolkata")]).await;
    let page = both.get("/audit?act=time_zone_set").await.text;
    assert!(page.contains(&told("22 Feb 2027, 00:30")) && page.contains("Times in Asia/Kolkata"), "{page}");
    // A day that is looked for is the company's, as it is told.
    for (asked, is_found) in
        [("from=2027-02-22", true), ("until=2027-02-22", true), ("from=2027-02-23", false), ("until=2027-02-21", false)]
    {
        let page = both.get(&format!("/audit?act=time_zone_set&{asked}")).await.text;
        assert_eq!(page.contains(&told("22 Feb 2027, 00:30")), is_found, "{asked}");
    }
    let file = both.get("/audit.csv?act=time_zone_set&from=2027-02-22").await.text;
    assert!(file.contains("2027-02-21T19:00:00Z") && file.contains("UTC"), "{file}");
}

async fn what_is_no_time_zone_and_where_the_day_has_not_begun_is_refused_in_the_form(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    site.account("boss", &[(Access::Administrator, None)]).await;
    site.it_is(EVENING);
    let mut boss = site.signed_in_again("boss").await;
    boss.post("/admin/company", &[("time_zone", "Asia/Kolkata")]).await;
    for (typed, said) in [
        ("", "Enter a time zone"),
        ("Asia/Kolkatta", "There is no time zone Asia/Kolkatta: is it Asia/Kolkata"),
        ("zzzzzzzzzzzzz", "There is no time zone zzzzzzzzzzzzz: enter a region and a city"),
        ("America/Los_Angeles", "in America/Los_Angeles it is still the day before: no day begins twice"),
    ] {
        let refused = boss.post("/admin/company", &[("time_zone", typed)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        text(&refused.text).holds(said);
        assert!(refused.text.contains(&format!("value=\"{typed}\"")), "what was typed stands there: {typed}");
        assert!(boss.get("/admin/company").await.text.contains("Times in Asia/Kolkata"), "{typed}");
    }
}
