//! Moves over HTTP: planned with an approval or by HR, found, called off, made on their day, and taken out for the HRIS.

use axum::http::StatusCode;
use model::Access;

use crate::database::{Engine, on_each_engine};
use crate::read::between;
use crate::site::{Browser, Site};

on_each_engine! {
    an_approved_move_is_made_on_its_day_and_the_next_rung_answers_from_the_new_job,
    an_approval_says_where_under_whom_and_for_what_rise_and_what_is_wrong_stands_at_its_field,
    hr_records_a_move_finds_it_and_calls_it_off,
    what_is_wrong_with_a_move_is_said_at_its_field_and_loses_nothing_that_was_typed,
    a_move_of_hrs_own_is_news_for_who_moves_and_for_whoever_leads_them,
    the_file_for_the_hris_says_what_changed_and_is_for_whoever_keeps_it,
    who_is_not_hr_for_somebody_comes_upon_none_of_their_moves,
}

const TRACK: &str = "csr-to-team-lead";
const RECORDED: [(&str, &str); 5] =
    [("number", "1004"), ("kind", "lateral"), ("unit", "Night"), ("on", "1 Dec 2026"), ("why", "They asked for it.")];

async fn act(browser: &mut Browser<'_>, page: &str, fields: &[(&str, &str)]) -> crate::site::Answer {
    let seen = between(&browser.get(page).await.text, "name=\"seen\" value=\"", "\"").to_owned();
    browser.post(page, &[&[("seen", seen.as_str())], fields].concat()).await
}

/// Nobody works in Manila yet, but it has an HR partner.
async fn opened(site: &Site) {
    site.signed_in("manila", &[(Access::HrPartner, Some("Manila"))]).await;
}

/// A nomination of 1003 that HR is looking at.
async fn in_review(site: &Site) -> (String, Browser<'_>) {
    let mut manager = site.signed_in("1002", &[]).await;
    let mut candidate = site.signed_in("1003", &[]).await;
    opened(site).await;
    let mut partner = site.signed_in("hr", &[(Access::HrPartner, Some("Hyderabad"))]).await;
    let begun = manager.post("/nominations", &[("number", "1003"), ("track", TRACK)]).await;
    let page = begun.location().to_owned();
    act(&mut manager, &page, &[("act", "edit_case"), ("case-words", "She leads already.")]).await;
    act(&mut manager, &page, &[("act", "propose")]).await;
    act(&mut candidate, &page, &[("act", "consent")]).await;
    let taken = act(&mut partner, &page, &[("act", "take_up")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text);
    (page, partner)
}

async fn an_approved_move_is_made_on_its_day_and_the_next_rung_answers_from_the_new_job(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (page, mut partner) = in_review(&site).await;
    let next = "/people/1003/tracks/team-lead-to-operations-manager";
    let approved = act(&mut partner, &page, &[("act", "approve"), ("approve-on", "1 Dec 2026")]).await;
    assert_eq!(approved.status, StatusCode::SEE_OTHER, "{}", approved.text);
    let mut candidate = site.signed_in_again("1003").await;
    let record = candidate.get("/people/1003").await.text;
    assert!(record.contains("Promotion to Team Lead, planned"), "{record}");
    let answer = candidate.get(&format!("/people/1003/tracks/{TRACK}")).await.text;
    assert!(answer.contains("Team Lead from 1 Dec 2026"), "the picture: {answer}");
    assert!(answer.contains("<th scope=\"row\">Promotion to Team Lead</th>"), "its table: {answer}");
    assert!(candidate.get(next).await.text.contains("Does not apply"), "not from the job held today");

    site.day_begins("2026-12-01").await;
    let mut candidate = site.signed_in_again("1003").await;
    let record = candidate.get("/people/1003").await.text;
    assert!(record.contains("Promotion to Team Lead") && !record.contains("planned,"), "{record}");
    let history = record.split_once("id=\"history\"").unwrap().1;
    assert!(history.contains("1 Dec 2026") && history.contains("Promotion to Team Lead"), "{history}");
    assert!(record.contains(next), "the next rung is among the tracks: {record}");
    let answer = candidate.get(next).await.text;
    assert!(answer.contains("Operations Manager") && !answer.contains("Does not apply"), "{answer}");
    assert!(answer.contains("1 Dec 2026"), "time in the job begins on that day: {answer}");
    assert!(answer.contains("Team Lead from 1 Dec 2026"), "the picture shows where it began: {answer}");
    assert!(candidate.get("/").await.text.contains("Operations Manager"), "and so does what is stored");
}

async fn an_approval_says_where_under_whom_and_for_what_rise_and_what_is_wrong_stands_at_its_field(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (page, mut partner) = in_review(&site).await;
    let approve = |fields: &[(&'static str, &'static str)]| {
        [&[("act", "approve"), ("approve-on", "1 Dec 2026"), ("approve-site", "Manila")], fields].concat()
    };
    for (field, value, told) in [
        ("approve-rise", "a lot", "a lot is no percentage"),
        ("approve-rise", "35", "20 to 30 percent"),
        ("approve-manager", "1003", "cannot be the manager"),
        ("approve-manager", "9999", "cannot be the manager"),
        ("approve-unit", "Odrers", "There is no unit Odrers. Did you mean Orders?"),
    ] {
        let refused = act(&mut partner, &page, &approve(&[(field, value)])).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
        for part in [told, &format!("href=\"#{field}\""), "value=\"Manila\"", &format!("value=\"{value}\"")] {
            assert!(refused.text.contains(part), "{part}: {}", refused.text);
        }
        let beside = between(&refused.text, &format!("id=\"{field}-error\""), "</p>");
        assert!(beside.contains(told), "{field}: beside its field, too: {beside}");
    }
    let nowhere =
        act(&mut partner, &page, &[("act", "approve"), ("approve-on", "1 Dec 2026"), ("approve-site", "Hydrabad")]);
    let nowhere = nowhere.await.text;
    let beside = between(&nowhere, "id=\"approve-site-error\"", "</p>");
    assert!(beside.contains("There is no site Hydrabad. Did you mean Hyderabad?"), "{nowhere}");
    let beyond = approve(&[("approve-rise", "900"), ("approve-words", "so it was agreed")]);
    let refused = act(&mut partner, &page, &beyond).await;
    assert!(refused.text.contains("between -50 and 200 percent"), "whatever somebody earns: {}", refused.text);
    let both = [("act", "approve"), ("approve-on", "soon"), ("approve-rise", "much")];
    let refused = act(&mut partner, &page, &both).await.text;
    for part in ["#approve-on", "#approve-rise", "id=\"approve-on-error\"", "id=\"approve-rise-error\""] {
        assert!(refused.contains(part), "all at once, {part}: {refused}");
    }
    let why = approve(&[("approve-rise", "35 %"), ("approve-unit", "Night"), ("approve-words", "As was offered.")]);
    assert_eq!(act(&mut partner, &page, &why).await.status, StatusCode::SEE_OTHER);
    let list = partner.get("/moves").await.text;
    let one = format!("/moves/{}", between(&list, "href=\"/moves/0", "\"").trim());
    let one = one.replace("/moves/", "/moves/0");
    let told = partner.get(&one).await.text;
    for part in ["Manila", "Night", "As was offered.", "approved with a nomination", &page] {
        assert!(told.contains(part), "{part}: {told}");
    }
    // Ids are made of digits, too.
    let told = told.replace(&page, "").replace(&one, "");
    assert!(!told.contains("35"), "for what rise is on no page: {told}");
}

async fn hr_records_a_move_finds_it_and_calls_it_off(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut partner = site.signed_in("hr", &[(Access::HrPartner, Some("Hyderabad"))]).await;
    let mut employee = site.signed_in("1004", &[]).await;
    assert!(partner.get("/people/1004").await.text.contains("/moves/new?number=1004"));
    assert!(partner.get("/moves/new?number=1004").await.text.contains("value=\"1004\""));
    let recorded = partner.post("/moves/new", &RECORDED).await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.text);
    let one = recorded.location().to_owned();
    assert!(partner.get(&one).await.text.contains("The move is recorded"));
    let is_found = async |partner: &mut Browser<'_>, query: &str| {
        partner.get(&format!("/moves{query}")).await.text.contains("Rohan Fernandes")
    };
    for (query, found) in [
        ("", true),
        ("?state=planned", true),
        ("?state=made", false),
        ("?kind=lateral", true),
        ("?kind=promotion", false),
        ("?from=1+Dec+2026&until=1+Dec+2026", true),
        ("?from=2+Dec+2026", false),
        ("?from=&until=30+Nov+2026", false),
    ] {
        assert_eq!(is_found(&mut partner, query).await, found, "{query}");
    }
    let wrong = partner.get("/moves?from=2+Dec+2026&until=1+Dec+2026").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!employee.get("/people/1004").await.text.contains(", planned"), "it is HR's until it is made");
    let wordless = partner.post(&one, &[("why", " ")]).await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wordless.text.contains("href=\"#why\""));
    assert_eq!(partner.post(&one, &[("why", "The shift is full.")]).await.status, StatusCode::SEE_OTHER);
    let told = partner.get(&one).await.text;
    assert!(told.contains("The move is called off") && told.contains("The shift is full."), "{told}");
    assert_eq!(partner.post(&one, &[("why", "Again.")]).await.status, StatusCode::CONFLICT);
    assert!(is_found(&mut partner, "?state=called_off").await);
}

async fn what_is_wrong_with_a_move_is_said_at_its_field_and_loses_nothing_that_was_typed(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut partner = site.signed_in("hr", &[(Access::HrPartner, Some("Hyderabad"))]).await;
    let empty = partner.post("/moves/new", &[("unit", "Night")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["#number", "#kind", "#on", "#why", "value=\"Night\""] {
        assert!(empty.text.contains(part), "{part}: {}", empty.text);
    }
    let with = |field: &'static str, value: &'static str| {
        let others = RECORDED.into_iter().filter(move |(name, _)| *name != field);
        others.chain([(field, value)]).collect::<Vec<_>>()
    };
    for (field, value, place) in [
        ("number", "9999", "number"),
        ("on", "21 Nov 2026", "on"),
        ("on", "soon", "on"),
        ("unit", "", "job"),
        ("kind", "promotion", "kind"),
        ("manager", "1004", "manager"),
        ("rise", "900", "rise"),
        ("rise", "much", "rise"),
        ("site", "Atlantis", "site"),
        ("unit", "odrers", "unit"),
    ] {
        let refused = partner.post("/moves/new", &with(field, value)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value}: {}", refused.text);
        let link = format!("href=\"#{place}\"");
        assert!(refused.text.contains(&link) && refused.text.contains("They asked for it."), "{field} {value}");
    }
    assert_eq!(partner.post("/moves/new", &RECORDED).await.status, StatusCode::SEE_OTHER);
    let second = partner.post("/moves/new", &RECORDED).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.text.contains("planned for 1 Dec 2026"), "{}", second.text);
}

async fn a_move_of_hrs_own_is_news_for_who_moves_and_for_whoever_leads_them(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    for who in ["1004", "1001", "1002"] {
        site.signed_in(who, &[]).await;
    }
    let mut lead = site.signed_in("lead", &[(Access::HrLead, None)]).await;
    let move_today =
        [("number", "1004"), ("kind", "lateral"), ("manager", "1001"), ("on", "22 Nov 2026"), ("why", "As asked.")];
    let recorded = lead.post("/moves/new", &move_today).await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.text);
    for (who, sees) in [("1004", true), ("1001", true), ("1002", false)] {
        let mut reader = site.signed_in_again(who).await;
        let news = reader.get("/news").await.text;
        assert!(news.contains("A move was made") && news.contains("Rohan Fernandes: Works elsewhere"), "{who}: {news}");
        assert_eq!(news.contains("href=\"/people/1004\""), sees, "{who}: no link leads where there is nothing");
        let until = between(&news, "name=\"until\" value=\"", "\"").to_owned();
        let read = reader.post("/news", &[("until", &until)]).await;
        assert_eq!(read.status, StatusCode::SEE_OTHER, "{}", read.text);
        assert!(reader.get("/news").await.text.contains("Everything is read"), "{who}");
    }
    assert!(lead.get("/news").await.text.contains("You have no news"), "whoever did it knows");
}

async fn the_file_for_the_hris_says_what_changed_and_is_for_whoever_keeps_it(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    opened(&site).await;
    let mut lead = site.signed_in("lead", &[(Access::HrLead, None)]).await;
    let mut partner = site.signed_in("hr", &[(Access::HrPartner, Some("Hyderabad"))]).await;
    let made = [
        ("number", "1004"),
        ("kind", "promotion"),
        ("job", "senior-csr"),
        ("site", "Manila"),
        ("on", "22 Nov 2026"),
        ("why", "=1+1"),
    ];
    let recorded = lead.post("/moves/new", &made).await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.text);
    let file = lead.get("/moves.csv?state=made").await;
    assert_eq!(file.status, StatusCode::OK);
    let lines: Vec<&str> = file.text.lines().collect();
    assert!(lines[0].starts_with("employee_number,effective_on,kind,state,job_before,job,site_before,site"));
    assert_eq!(lines.len(), 2, "{}", file.text);
    let begins = "1004,2026-11-22,promotion,made,csr,senior-csr,Hyderabad,Manila,";
    assert!(lines[1].starts_with(begins) && lines[1].contains("'=1+1"), "{}", lines[1]);
    assert_eq!(lead.get("/moves.csv?state=planned").await.text.lines().count(), 1);
    assert!(lead.get("/moves").await.text.contains("/moves.csv"));
    assert!(!partner.get("/moves").await.text.contains("/moves.csv"));
    assert_eq!(partner.get("/moves.csv").await.status, StatusCode::FORBIDDEN, "pay is in it");
}

async fn who_is_not_hr_for_somebody_comes_upon_none_of_their_moves(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut partner = site.signed_in("hr", &[(Access::HrPartner, Some("Hyderabad"))]).await;
    let one = partner.post("/moves/new", &RECORDED).await.location().to_owned();
    let mut elsewhere = site.signed_in("elsewhere", &[(Access::HrPartner, Some("Manila"))]).await;
    assert!(!elsewhere.get("/moves?from=").await.text.contains("Rohan Fernandes"));
    assert_eq!(elsewhere.post("/moves/new", &RECORDED).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody there");
    for (who, access) in [("1004", None), ("1002", None), ("auditor", Some(Access::Auditor))] {
        let access: Vec<_> = access.into_iter().map(|access| (access, None)).collect();
        let mut reader = site.signed_in(who, &access).await;
        for page in ["/moves", "/moves.csv", "/moves/new"] {
            assert_eq!(reader.get(page).await.status, StatusCode::FORBIDDEN, "{who}: {page}");
        }
        assert_eq!(reader.get(&one).await.status, StatusCode::NOT_FOUND, "{who}");
        assert_eq!(reader.post(&one, &[("why", "no")]).await.status, StatusCode::NOT_FOUND, "{who}");
    }
    assert_eq!(elsewhere.get(&one).await.status, StatusCode::NOT_FOUND);
}
