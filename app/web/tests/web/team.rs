//! The team, the ladder and the start, over HTTP.

use axum::http::StatusCode;
use model::Access;

use crate::database::{Engine, on_each_engine};
use crate::site::Site;

on_each_engine! {
    a_team_is_who_reports_to_one_and_has_not_left,
    a_filter_of_the_team_counts_whom_it_shows,
    the_ladder_has_every_track_and_says_where_one_is,
    a_track_says_what_it_asks_and_will_ask,
    the_start_says_what_is_next_for_each_kind_of_reader,
    the_navigation_leads_nowhere_that_is_not_there,
}

async fn a_team_is_who_reports_to_one_and_has_not_left(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("1002", &[]).await;
    let page = lead.get("/team").await.text;
    assert!(page.contains("13 people report to you"), "{page}");
    assert!(page.contains("Asha Pillai") && page.contains("Harish Varma"));
    let ladder = files::default_ladder();
    let track = ladder.tracks.iter().find(|track| track.code == "csr-to-team-lead").unwrap();
    assert!(page.contains(&format!(" of {} criteria met", track.versions[0].criteria.len())), "{page}");
    for other in ["Deepak Yadav", "Mohit Saxena", "Vikram Menon"] {
        assert!(!page.contains(other), "{other}");
    }
    let mut representative = site.signed_in("1004", &[]).await;
    let page = representative.get("/team").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("Nobody reports to you") && !page.text.contains("Asha Pillai"));
}

async fn a_filter_of_the_team_counts_whom_it_shows(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("1002", &[]).await;
    for standing in ["now", "soon", "lapsing", "cannot-tell"] {
        let page = lead.get(&format!("/team?standing={standing}")).await.text;
        let shown = page.split("<th scope=\"row\">").count() - 1;
        let (_, link) = page.split_once(&format!("/team?standing={standing}\" aria-current=\"page\">")).unwrap();
        let (_, count) = link.split_once("<span class=\"soft\">").unwrap();
        assert_eq!(count.split_once('<').unwrap().0, shown.to_string(), "{standing}");
        assert!(shown > 0, "{standing}");
    }
}

async fn the_ladder_has_every_track_and_says_where_one_is(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let ladder = files::default_ladder();
    let mut browser = site.signed_in("1004", &[]).await;
    let page = browser.get("/ladder").await.text;
    let (picture, table) = page.split_once("id=\"list\"").unwrap();
    let ways: usize = ladder.tracks.iter().map(|track| track.versions[0].from.len()).sum();
    assert_eq!(picture.matches("marker-end=").count(), ways, "each track from each of its jobs is drawn");
    for track in &ladder.tracks {
        assert!(table.contains(&format!("href=\"/ladder/{}\"", track.code)), "{}", track.code);
        assert_eq!(browser.get(&format!("/ladder/{}", track.code)).await.status, StatusCode::OK, "{}", track.code);
    }
    assert_eq!(picture.matches("You are here").count(), 1);
    assert!(page.contains("You are a Customer Service Representative."));
    let mut administrator = site.signed_in("admin", &[(Access::Administrator, None)]).await;
    let page = administrator.get("/ladder").await.text;
    assert!(!page.contains("You are"), "nobody's job, nobody's place");
}

async fn a_track_says_what_it_asks_and_will_ask(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = site.signed_in("1003", &[]).await;
    let page = browser.get("/ladder/csr-to-team-lead").await.text;
    for text in ["Promotion to Team Lead", "Six Sigma Yellow Belt", "Bar Raiser", "12 to 18 months", "Eligible"] {
        assert!(page.contains(text), "{text}");
    }
    assert!(!page.contains("30 %") && !page.contains("pay"), "no pay before HR publishes it");
    let next = browser.get("/ladder/csr-to-quality-analyst").await.text;
    assert!(next.contains("Published, in force from 1 Jan 2027") && next.contains("93.5"), "{next}");
    assert_eq!(browser.get("/ladder/nowhere").await.status, StatusCode::NOT_FOUND);
}

async fn the_start_says_what_is_next_for_each_kind_of_reader(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let said = async |name: &str, access: &[(Access, Option<&str>)], texts: &[&str]| {
        let mut browser = site.signed_in(name, access).await;
        let page = browser.get("/").await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        for text in texts {
            assert!(page.text.contains(text), "{name} reads nothing of {text}: {}", page.text);
        }
        page.text
    };
    let own = said("1004", &[], &["Good day, Rohan Fernandes", "Team Lead from 22 Feb 2027, if nothing changes"]).await;
    assert!(!own.contains("Your team") && !own.contains("Accounts"));
    said("1003", &[], &["Team Lead: eligible"]).await;
    said("1002", &[], &["Your team", "/team?standing=lapsing", "Start by"]).await;
    said("1001", &[], &["No track leads on from your job", "Your team"]).await;
    said("hr-lead", &[(Access::HrLead, None)], &["Lapsing within 90 days", "Lakshmi Rao"]).await;
    let admin = said("admin", &[(Access::Administrator, None)], &["Accounts"]).await;
    assert!(!admin.contains("Lakshmi Rao"));
    said("auditor", &[(Access::Auditor, None)], &["Look through the audit trail"]).await;
    said("nobody", &[], &["There is nothing here for you yet"]).await;
}

async fn the_navigation_leads_nowhere_that_is_not_there(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("1002", &[]).await;
    for (address, current) in [
        ("/people/1002", "href=\"/me\" aria-current=\"page\""),
        ("/people/1002/tracks/team-lead-to-operations-manager", "href=\"/me\" aria-current=\"true\""),
        ("/people/1003", "href=\"/people\" aria-current=\"true\""),
        ("/people?sort=job", "href=\"/people\" aria-current=\"page\""),
    ] {
        let page = lead.get(address).await.text;
        assert!(page.contains(current), "{address}");
        assert_eq!(page.split("</header>").next().unwrap().matches("aria-current").count(), 1, "{address}");
    }
    let kinds: [(&str, &[_]); 5] = [
        ("1004", &[]),
        ("1003", &[]),
        ("hr-lead", &[(Access::HrLead, None)]),
        ("admin", &[(Access::Administrator, None)]),
        ("auditor", &[(Access::Auditor, None)]),
    ];
    for (name, access) in kinds {
        let mut browser = site.signed_in(name, access).await;
        let home = browser.get("/").await.text;
        let (header, main) = home.split_once("</header>").unwrap();
        assert!(header.contains("href=\"/\" aria-current=\"page\""), "{name}: where one is");
        let links = header.split("href=\"").chain(main.split("href=\"").skip(1)).skip(1);
        for link in links.filter_map(|rest| rest.split_once('"').map(|(link, _)| link.replace("&amp;", "&"))) {
            if link.starts_with('/') {
                let there = browser.get(&link).await.status;
                assert!(there == StatusCode::OK || there == StatusCode::SEE_OTHER, "{name}: {link} is {there}");
            }
        }
    }
}
