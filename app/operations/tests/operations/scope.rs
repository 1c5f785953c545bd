//! What is seen on which day: grants and deputies begin and end, reports move on.

use model::Access;
use operations::{
    Error, NewGrant, Search, count_people, directory, find_person, give_access, list_people, list_team, name_deputy,
};
use policy::{Context, Viewer};
use store::Store;

use crate::company::{TODAY, account, employ, person, visitor_on};
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    a_deputy_sees_the_reports_from_the_first_day_to_the_last_and_on_no_other,
    access_counts_from_its_first_day_to_its_last_and_on_no_other,
    who_is_somebody_elses_report_now_is_not_seen_by_the_manager_before,
    a_stranger_gets_nothing_out_of_any_list_or_find,
}

/// The company: two managers with a report each, and a clerk.
async fn draw(engine: Engine) -> (Database, Viewer) {
    let database = Database::new(engine).await;
    let people = [
        person("M-1", "", "north", ""),
        person("R-1", "M-1", "south", ""),
        person("R-11", "R-1", "south", ""),
        person("M-2", "", "south", ""),
        person("clerk", "", "west", ""),
    ];
    employ(&database.store, "2026-06-01", &people).await;
    let viewer = account(&database.store, "clerk").await.viewer;
    (database, viewer)
}

/// Whom the owner of an account sees on a day, as a fresh request makes them out.
async fn seen(store: &Store, viewer: &Viewer, day: &str) -> Vec<String> {
    let ctx = system_on(day);
    let grants = store.read(&ctx, async |tx| tx.grants().of_account(viewer.account).await).await.unwrap();
    let ctx = ctx.of(Viewer::new(viewer.account, viewer.employee, ctx.today, grants));
    let page = list_people(store, &ctx, &Search::default(), None, 100).await.unwrap();
    let mut numbers: Vec<_> = page.people.into_iter().map(|(person, _)| person.number).collect();
    assert_eq!(count_people(store, &ctx, &Search::default(), 100).await.unwrap(), Some(numbers.len() as u32));
    numbers.sort();
    for number in ["M-1", "R-1", "R-11", "M-2", "clerk"] {
        let found = find_person(store, &ctx, number).await.is_ok();
        assert_eq!(found, numbers.iter().any(|one| one == number), "{number} on {day}");
    }
    numbers
}

async fn a_deputy_sees_the_reports_from_the_first_day_to_the_last_and_on_no_other(engine: Engine) {
    let (database, clerk) = draw(engine).await;
    let store = &database.store;
    let days = ("2026-11-23".parse().unwrap(), "2026-11-25".parse().unwrap());
    name_deputy(store, &system_on(TODAY), "M-1", "clerk", days).await.unwrap();
    for (day, expected) in [
        ("2026-11-22", vec!["clerk"]),
        ("2026-11-23", vec!["R-1", "R-11", "clerk"]),
        ("2026-11-25", vec!["R-1", "R-11", "clerk"]),
        ("2026-11-26", vec!["clerk"]),
    ] {
        assert_eq!(seen(store, &clerk, day).await, expected, "{day}: not the manager, not others");
    }
    operations::end_deputy(store, &system_on("2026-11-24"), "M-1", "clerk", None).await.unwrap();
    assert_eq!(seen(store, &clerk, "2026-11-24").await, ["clerk"], "ended before their time");
    assert_eq!(seen(store, &clerk, "2026-11-23").await, ["R-1", "R-11", "clerk"]);
}

async fn access_counts_from_its_first_day_to_its_last_and_on_no_other(engine: Engine) {
    let (database, clerk) = draw(engine).await;
    let store = &database.store;
    let of = |access, site: Option<&str>, from_on: &str, until_on: &str| NewGrant {
        access,
        site: site.map(str::to_owned),
        from_on: from_on.parse().unwrap(),
        until_on: Some(until_on.parse().unwrap()),
    };
    for grant in [
        of(Access::HrPartner, Some("south"), "2026-11-23", "2026-11-25"),
        of(Access::HrLead, None, "2026-12-01", "2026-12-01"),
        of(Access::Auditor, None, "2026-11-01", "2027-11-01"),
        of(Access::Administrator, None, "2026-11-01", "2027-11-01"),
    ] {
        give_access(store, &system_on(TODAY), "clerk", &grant).await.unwrap();
    }
    let south = vec!["M-2", "R-1", "R-11", "clerk"];
    for (day, expected) in [
        ("2026-11-22", vec!["clerk"]),
        ("2026-11-23", south.clone()),
        ("2026-11-25", south),
        ("2026-11-26", vec!["clerk"]),
        ("2026-12-01", vec!["M-1", "M-2", "R-1", "R-11", "clerk"]),
        ("2026-12-02", vec!["clerk"]),
    ] {
        assert_eq!(seen(store, &clerk, day).await, expected, "{day}");
    }
}

async fn who_is_somebody_elses_report_now_is_not_seen_by_the_manager_before(engine: Engine) {
    let (database, _) = draw(engine).await;
    let store = &database.store;
    let (before, after) = (account(store, "M-1").await.viewer, account(store, "M-2").await.viewer);
    assert_eq!(seen(store, &before, TODAY).await, ["M-1", "R-1", "R-11"]);
    employ(store, TODAY, &[person("M-2", "", "south", ""), person("R-1", "M-2", "south", "")]).await;
    assert_eq!(seen(store, &before, TODAY).await, ["M-1"], "with the report go their reports");
    assert_eq!(seen(store, &after, TODAY).await, ["M-2", "R-1", "R-11"]);
}

async fn a_stranger_gets_nothing_out_of_any_list_or_find(engine: Engine) {
    let (database, clerk) = draw(engine).await;
    let store = &database.store;
    let lonely = Viewer::new(clerk.account, None, clerk.on, Vec::new());
    let strangers: [Context; 2] = [visitor_on(TODAY), system_on(TODAY).of(lonely)];
    for ctx in &strangers {
        for number in ["M-1", "R-1", "R-11", "M-2", "clerk", "nobody"] {
            assert!(matches!(find_person(store, ctx, number).await, Err(Error::Hidden)));
            assert!(matches!(operations::assessments_of_person(store, ctx, number).await, Err(Error::Hidden)));
            let by_number = Search { text: number.to_owned(), ..Search::default() };
            let found = list_people(store, ctx, &by_number, None, 10).await;
            assert!(found.is_err() || found.unwrap().people.is_empty());
            let count = count_people(store, ctx, &by_number, 10).await;
            assert!(count.is_err() || count.unwrap() == Some(0));
        }
        let team = list_team(store, ctx, None, None, 10).await;
        assert!(team.is_err() || team.unwrap().members.is_empty());
        let all = directory(store, ctx, &Search::default(), None, 10, 10).await;
        assert!(all.is_err() || all.is_ok_and(|all| all.sites.is_empty() && all.to_update == 0));
        let accounts = operations::list_accounts(store, ctx, "", 10).await;
        assert!(matches!(accounts, Err(Error::Denied(_))));
        assert!(matches!(operations::audit_entries(store, ctx, None, 10).await, Err(Error::Denied(_))));
    }
}
