//! The directory over HTTP: whom one sees in it, and whom not, whatever one asks.

use std::collections::BTreeSet;

use axum::http::{StatusCode, header};
use model::Access;

use crate::database::{Engine, on_each_engine};
use crate::site::{Browser, Site, TODAY};

on_each_engine! {
    a_manager_sees_their_people_and_no_others_whatever_they_ask,
    an_hr_partner_sees_the_people_of_their_site_and_no_others,
    a_representative_sees_nobody_but_themselves,
    whoever_sees_nobody_is_told_why,
    page_by_page_everyone_comes_once_in_every_order,
    a_file_holds_what_the_table_shows,
    a_standing_picks_out_those_who_stand_so,
    what_makes_no_sense_asks_nothing,
}

/// The rows of the table of a page, each as the text of its cells.
fn rows(page: &str) -> Vec<Vec<String>> {
    let Some((_, table)) = page.split_once("<tbody>") else { return Vec::new() };
    let (body, _) = table.split_once("</tbody>").unwrap();
    let cells = |row: &str| row.replace("<th", "<td").split("<td").skip(1).map(cell).collect();
    body.split("<tr>").skip(1).map(cells).collect()
}

fn cell(html: &str) -> String {
    text(html.split_once('>').unwrap().1)
}

/// What a reader reads of some HTML.
fn text(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(if html.starts_with(part) { part } else { part.split_once('>').map_or("", |(_, text)| text) });
    }
    text.replace("&#x27;", "'").replace("&amp;", "&").trim().to_owned()
}

fn numbers(page: &str) -> Vec<String> {
    rows(page).into_iter().map(|row| row[1].clone()).collect()
}

/// Every row of a view, from the first page to the last.
async fn all_rows(browser: &mut Browser<'_>, address: &str) -> Vec<Vec<String>> {
    let (mut all, mut address) = (Vec::new(), address.to_owned());
    loop {
        let page = browser.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{address}");
        all.extend(rows(&page.text));
        let Some((before, _)) = page.text.split_once("\" rel=\"next\"") else { return all };
        address = before.rsplit_once("href=\"").unwrap().1.replace("&amp;", "&");
    }
}

/// Everybody of a view, by number.
async fn all_pages(browser: &mut Browser<'_>, address: &str) -> Vec<String> {
    all_rows(browser, address).await.into_iter().map(|row| row[1].clone()).collect()
}

fn sorted(mut numbers: Vec<String>) -> Vec<String> {
    numbers.sort();
    numbers
}

async fn a_manager_sees_their_people_and_no_others_whatever_they_ask(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("1002", &[]).await;
    let own: BTreeSet<&str> = [
        "1002", "1003", "1004", "1005", "1006", "1007", "1008", "1009", "1010", "1011", "1012", "1013", "1014", "1015",
        "1018",
    ]
    .into();
    let page = lead.get("/people").await;
    let listed = numbers(&page.text);
    assert_eq!(listed.iter().map(String::as_str).collect::<BTreeSet<_>>(), own);
    assert!(page.text.contains("15 people"), "the count is of whom one sees");
    for stranger in ["1001", "1016", "1024", "9999"] {
        for asked in [format!("q={stranger}"), format!("q={stranger}&sort=job"), format!("q={stranger}&standing=now")] {
            let page = lead.get(&format!("/people?{asked}")).await;
            assert_eq!((page.status, rows(&page.text).len()), (StatusCode::OK, 0), "{asked}");
            assert!(page.text.contains("Nobody matches"), "{asked}");
        }
        let after = lead.get(&format!("/people?after={stranger}")).await;
        assert_eq!(after.status, StatusCode::NOT_FOUND, "whom one does not see nothing comes after");
    }
    for asked in [
        "q=mohit",
        "q=vikram",
        "site=Pune",
        "job=csr",
        "job=operations-manager",
        "track=csr-to-team-lead",
        "track=to-vendor-manager",
        "standing=now",
        "standing=lapsing",
        "sort=job",
        "sort=hired",
        "sort=date&track=csr-to-team-lead",
        "q=1016",
        "q=Radhika&sort=hired",
    ] {
        let page = lead.get(&format!("/people?{asked}")).await.text;
        let strange: Vec<_> = numbers(&page).into_iter().filter(|number| !own.contains(number.as_str())).collect();
        assert!(strange.is_empty(), "{asked}: {strange:?}");
        for name in ["Vikram Menon", "Mohit Saxena", "Radhika Kapoor"] {
            assert!(!page.contains(name), "{asked}: {name}");
        }
        let file = lead.get(&format!("/people.csv?{asked}")).await.text;
        assert_eq!(file.lines().count() - 1, numbers(&page).len(), "{asked}");
    }
}

async fn an_hr_partner_sees_the_people_of_their_site_and_no_others(engine: Engine) {
    let site = Site::of_the_demo(engine).await;
    let mut lead = site.signed_in("hr-lead", &[(Access::HrLead, None)]).await;
    let everyone = all_rows(&mut lead, "/people").await;
    let places: BTreeSet<String> = everyone.iter().map(|row| row[3].clone()).collect();
    let (place, elsewhere) = (places.first().unwrap(), places.last().unwrap());
    assert_ne!(place, elsewhere);
    let of_site = everyone.iter().filter(|row| row[3] == *place).map(|row| row[1].clone()).collect();
    let of_site: Vec<String> = sorted(of_site);
    let mut partner = site.signed_in("partner", &[(Access::HrPartner, Some(place))]).await;
    for sort in ["", "?sort=job", "?sort=hired"] {
        let seen = all_rows(&mut partner, &format!("/people{sort}")).await;
        assert_eq!(sorted(seen.iter().map(|row| row[1].clone()).collect()), of_site, "{sort}");
    }
    let page = partner.get("/people").await.text;
    assert!(!page.contains(&format!(">{elsewhere}</option>")), "other sites are not offered");
    let stranger = everyone.iter().find(|row| row[3] == *elsewhere).unwrap();
    for asked in [format!("q={}", stranger[1]), format!("site={elsewhere}"), format!("q={}&sort=job", stranger[1])] {
        let searched = partner.get(&format!("/people?{}", asked.replace(' ', "%20"))).await.text;
        assert!(rows(&searched).is_empty(), "{asked}");
    }
    let file = partner.get("/people.csv").await.text;
    assert_eq!(file.lines().count() - 1, of_site.len());
}

async fn a_representative_sees_nobody_but_themselves(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = site.signed_in("1004", &[]).await;
    let page = browser.get("/people").await.text;
    assert_eq!(numbers(&page), ["1004"]);
    assert!(page.contains("Nobody whom you see but yourself"));
    assert!(rows(&browser.get("/people?q=1003").await.text).is_empty());
    assert_eq!(browser.get("/people.csv").await.text.lines().count(), 2);
    let home = browser.get("/").await.text;
    assert!(!home.contains("href=\"/people\"") && !home.contains("href=\"/team\""));
}

async fn whoever_sees_nobody_is_told_why(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    for (name, access) in [("auditor", Access::Auditor), ("admin", Access::Administrator)] {
        let mut browser = site.signed_in(name, &[(access, None)]).await;
        let page = browser.get("/people").await;
        assert_eq!((page.status, rows(&page.text).len()), (StatusCode::OK, 0));
        assert!(page.text.contains("There is nobody whom you see"), "{name}");
        assert!(!page.text.contains("/people.csv"), "nothing to export");
        for number in ["1001", "1003"] {
            let page = browser.get(&format!("/people?q={number}")).await.text;
            assert!(rows(&page).is_empty(), "{name}");
        }
        assert_eq!(browser.get("/people.csv").await.text.lines().count(), 1, "{name}: the head alone");
    }
}

async fn page_by_page_everyone_comes_once_in_every_order(engine: Engine) {
    let site = Site::of_twins(engine, 120).await;
    let mut browser = site.signed_in("hr-lead", &[(Access::HrLead, None)]).await;
    for asked in ["", "?sort=job", "?sort=hired", "?sort=date&track=csr-to-team-lead", "?job=csr", "?q=twin"] {
        let all = all_pages(&mut browser, &format!("/people{asked}")).await;
        assert_eq!(all.len(), 120, "{asked}: nobody comes twice");
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 120, "{asked}: everybody comes");
    }
    let first = browser.get("/people").await.text;
    assert!(first.contains("50 of 120 people"), "{first}");
}

async fn a_file_holds_what_the_table_shows(engine: Engine) {
    let site = Site::of_twins(engine, 120).await;
    let mut browser = site.signed_in("hr-lead", &[(Access::HrLead, None)]).await;
    for asked in ["", "?sort=hired", "?standing=needs-action", "?q=twin&sort=job", "?track=csr-to-hr&sort=date"] {
        let shown = all_pages(&mut browser, &format!("/people{asked}")).await;
        let file = browser.get(&format!("/people.csv{asked}")).await;
        assert_eq!(file.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8");
        let name = file.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert_eq!(name, format!("attachment; filename=\"people-{TODAY}.csv\""));
        let written: Vec<String> =
            file.text.lines().skip(1).map(|line| line.split(',').nth(1).unwrap().to_owned()).collect();
        assert_eq!(written, shown, "{asked}");
    }
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("1002", &[]).await;
    let table = rows(&lead.get("/people?track=csr-to-team-lead").await.text);
    let file = lead.get("/people.csv?track=csr-to-team-lead").await.text;
    for (row, line) in table.iter().zip(file.lines().skip(1)) {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells[..4], row[..4], "{line}");
        assert_eq!(cells[6..8], row[5..7], "track and status: {line}");
        assert_eq!(cells[8].is_empty(), row[7] == "–", "{line}");
    }
}

async fn a_standing_picks_out_those_who_stand_so(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("1002", &[]).await;
    let asked = |standing: &str| format!("/people?track=csr-to-team-lead&standing={standing}");
    for (standing, expected) in [
        ("now", vec!["1003", "1008", "1010", "1015"]),
        ("lapsing", vec!["1010", "1015"]),
        ("cannot-tell", vec!["1006", "1009"]),
        ("soon", vec!["1007", "1013", "1014"]),
        ("needs-action", vec!["1005", "1018"]),
    ] {
        let page = lead.get(&asked(standing)).await.text;
        assert_eq!(sorted(numbers(&page)), expected, "{standing}");
    }
    let page = lead.get("/people?sort=date&track=csr-to-team-lead&standing=soon").await.text;
    let dates: Vec<String> = rows(&page).into_iter().map(|row| row[7].clone()).collect();
    assert_eq!(numbers(&page)[0], "1013", "{dates:?}: whose day comes first comes first");
    let alone = lead.get("/people?q=1003&track=csr-to-team-lead&standing=lapsing").await.text;
    assert!(rows(&alone).is_empty(), "a number finds nobody whom the rest leaves out");
}

async fn what_makes_no_sense_asks_nothing(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut lead = site.signed_in("1002", &[]).await;
    let all = numbers(&lead.get("/people").await.text);
    for asked in ["standing=rich", "sort=pay", "colour=red", "sort=date"] {
        let page = lead.get(&format!("/people?{asked}")).await;
        assert_eq!((page.status, numbers(&page.text)), (StatusCode::OK, all.clone()), "{asked}");
    }
    let page = lead.get("/people?q=%3Cscript%3Ealert(1)%3C/script%3E").await.text;
    assert!(!page.contains("<script>alert"), "what is asked comes back as text");
}
