//! What waits for HR: the queue, candidates side by side, notes, and several decided, by posting the pages' own forms.

use axum::http::StatusCode;
use model::Access;

use crate::database::{Engine, on_each_engine};
use crate::read::{between, text};
use crate::site::{Browser, Site};

on_each_engine! {
    what_needs_a_human_comes_first_in_the_queue_and_says_why,
    candidates_stand_side_by_side_on_the_same_criteria,
    ones_own_note_comes_before_those_of_others,
    who_stands_aside_is_told_so_wherever_they_would_decide,
    several_are_looked_at_and_then_decided_and_each_is_told,
    a_form_that_is_not_whole_says_all_that_is_missing_and_keeps_what_was_typed,
    the_review_is_hrs_and_of_their_sites,
}

const HYDERABAD: &[(Access, Option<&str>)] = &[(Access::HrPartner, Some("Hyderabad"))];

/// A candidate is nominated by the manager of all, and wants it; its id, and how it was last seen.
async fn hand_in(site: &Site, manager: &mut Browser<'_>, number: &str, track: &str) -> String {
    let begun = manager.post("/nominations", &[("number", number), ("track", track)]).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{number}: {}", begun.text);
    let page = begun.location().to_owned();
    manager.post(&page, &[("act", "edit_case"), ("seen", "1"), ("case-words", "They lead already.")]).await;
    let asked = manager.post(&page, &[("act", "propose"), ("seen", "2")]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{number}: {}", asked.text);
    let mut candidate = site.signed_in(number, &[]).await;
    candidate.post(&page, &[("act", "consent"), ("seen", "3")]).await;
    page.trim_start_matches("/nominations/").to_owned()
}

async fn what_needs_a_human_comes_first_in_the_queue_and_says_why(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1001", &[]).await;
    let mut partner = site.signed_in("hr", HYDERABAD).await;
    assert!(partner.get("/review").await.text.contains("Nothing waits for HR"));
    hand_in(&site, &mut manager, "1003", "csr-to-team-lead").await;
    let waived = hand_in(&site, &mut manager, "1010", "csr-to-team-lead").await;
    let page = partner.get("/review").await;
    let told = text(&page.text);
    told.holds("2 nominations wait for HR");
    told.holds("Review (2)");
    told.holds("Waived");
    let first = page.text.find(&waived).unwrap();
    assert!(first < page.text.find("Asha Pillai").unwrap(), "the waived one is first");
    text(&partner.get("/").await.text).holds("2 nominations wait for HR");
    let page = partner.get("/review?state=in_review").await;
    assert!(page.text.contains("Nothing that waits is like that"));
    let page = partner.get("/review?track=csr-to-team-lead&state=submitted&site=Hyderabad").await;
    assert!(page.text.contains("Asha Pillai"));
    assert_eq!(partner.get("/review?after=nonsense").await.status, StatusCode::OK);
}

async fn candidates_stand_side_by_side_on_the_same_criteria(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1001", &[]).await;
    let one = hand_in(&site, &mut manager, "1003", "csr-to-team-lead").await;
    let other = hand_in(&site, &mut manager, "1010", "csr-to-team-lead").await;
    let elsewhere = hand_in(&site, &mut manager, "1008", "csr-to-senior-csr").await;
    let mut lead = site.signed_in("lead", &[(Access::HrLead, None)]).await;
    let page = lead.get(&format!("/review/compare?chosen={one}_4&chosen={other}_4&chosen={elsewhere}_4")).await;
    assert_eq!(page.status, StatusCode::OK);
    let tables: Vec<&str> = page.text.split("<table").skip(1).collect();
    assert_eq!(tables.len(), 2, "a table a track");
    for told in ["12 months as", "Waived", "Met", "Asha Pillai"] {
        assert!(tables[0].contains(told), "{told}: {}", text(tables[0]).0);
    }
    let rows = tables[0].split("<tr").skip(3).filter(|row| row.contains("<td"));
    let cells: Vec<usize> = rows.map(|row| row.matches("<td").count()).collect();
    assert!(cells.len() > 5 && cells.iter().all(|count| *count == 2), "each criterion for each: {cells:?}");
    for id in [&one, &other] {
        assert!(tables[0].contains(&format!("href=\"/nominations/{id}\"")), "each leads to the nomination");
    }
    assert!(lead.get("/review/compare").await.text.contains("Nobody is chosen"));
    let strange = format!("/review/compare?chosen={}", one.replace('a', "b"));
    assert!(lead.get(&strange).await.text.contains("Nobody is chosen"), "that names none");
    let gone = lead.get("/review/compare?chosen=00000000-0000-0000-0000-000000000009_1").await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

async fn ones_own_note_comes_before_those_of_others(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1001", &[]).await;
    let id = hand_in(&site, &mut manager, "1003", "csr-to-team-lead").await;
    let page = format!("/review/{id}");
    let mut partner = site.signed_in("hr", HYDERABAD).await;
    let mut lead = site.signed_in("lead", &[(Access::HrLead, None)]).await;
    assert!(partner.get(&format!("/nominations/{id}")).await.text.contains(&page), "the nomination leads there");
    let nothing = partner.post(&page, &[("act", "note"), ("note", "  ")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.text.contains("Nothing is written yet"));
    let long = "x".repeat(9000);
    let too_long = partner.post(&page, &[("act", "note"), ("note", &long)]).await;
    assert!(too_long.text.contains(&long), "what was typed is still there");
    let kept = partner.post(&page, &[("act", "note"), ("note", "Ready since spring.")]).await;
    assert_eq!((kept.status, kept.location()), (StatusCode::SEE_OTHER, page.as_str()));
    let own = partner.get(&page).await;
    assert!(own.text.contains("Ready since spring.") && own.text.contains("It is kept"));
    let before = lead.get(&page).await;
    assert!(before.text.contains("Write what you think first") && !before.text.contains("Ready since spring."));
    lead.post(&page, &[("act", "note"), ("note", "Not before the autumn.")]).await;
    let after = lead.get(&page).await;
    assert!(after.text.contains("Ready since spring.") && after.text.contains("Not before the autumn."));
    let mut candidate = site.browser();
    candidate.post("/sign-in", &[("name", "1003"), ("password", crate::site::PASSWORD)]).await;
    for address in [format!("/nominations/{id}"), "/news".to_owned(), "/account/data.json".to_owned()] {
        for (who, browser) in [("the candidate", &mut candidate), ("the nominator", &mut manager)] {
            let told = browser.get(&address).await.text;
            assert!(!told.contains("Ready since spring") && !told.contains(&page), "{who}: {address}");
        }
    }
}

async fn who_stands_aside_is_told_so_wherever_they_would_decide(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1001", &[]).await;
    let id = hand_in(&site, &mut manager, "1003", "csr-to-team-lead").await;
    let page = format!("/review/{id}");
    let mut partner = site.signed_in("hr", HYDERABAD).await;
    partner.post(&page, &[("act", "stand_aside"), ("reason", "We are cousins.")]).await;
    assert!(partner.get(&page).await.text.contains("You stand aside"));
    assert!(partner.get("/review").await.text.contains("You stand aside"));
    let compared = partner.get(&format!("/review/compare?chosen={id}_4")).await;
    assert!(compared.text.contains("You stand aside"));
    let refused = partner.post(&format!("/nominations/{id}"), &[("act", "take_up"), ("seen", "4")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.text.contains("does not stand aside"), "{}", refused.text);
    let chosen = format!("{id}_4");
    let several = partner.post("/review/decide", &[("chosen", &chosen), ("act", "take_up")]).await;
    assert!(several.text.contains("does not stand aside") && several.text.contains("Nothing would be done"));
    let mut lead = site.signed_in("lead", &[(Access::HrLead, None)]).await;
    assert!(lead.get(&page).await.text.contains("We are cousins."), "who reviews is told why");
}

async fn several_are_looked_at_and_then_decided_and_each_is_told(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1001", &[]).await;
    let one = hand_in(&site, &mut manager, "1003", "csr-to-team-lead").await;
    let other = hand_in(&site, &mut manager, "1010", "csr-to-team-lead").await;
    let mut partner = site.signed_in("hr", HYDERABAD).await;
    let page = partner.get(&format!("/review/decide?chosen={one}_4&chosen={other}_4")).await;
    assert!(page.text.contains("Asha Pillai") && page.text.contains("What is done to each"));
    let (first, second) = (format!("{one}_4"), format!("{other}_4"));
    let both = [("chosen", first.as_str()), ("chosen", second.as_str())];
    let take_up = [&both[..], &[("act", "take_up")]].concat();
    let preview = partner.post("/review/decide", &take_up).await;
    assert!(preview.text.contains("Will be taken up") && preview.text.contains("Take up 2"), "{}", preview.text);
    assert!(partner.get("/review?state=in_review").await.text.contains("Nothing that waits"), "nothing is done yet");
    let done = partner.post("/review/decide", &[&take_up[..], &[("step", "apply")]].concat()).await;
    assert!(done.text.contains("2 were done"), "{}", done.text);
    // One is given back meanwhile: it is refused, and the other is decided.
    let back = [("act", "return"), ("seen", "5"), ("return-reason", "case_too_thin")];
    partner.post(&format!("/nominations/{other}"), &back).await;
    let (first, second) = (format!("{one}_5"), format!("{other}_5"));
    let decline = [
        ("chosen", first.as_str()),
        ("chosen", second.as_str()),
        ("act", "decline"),
        ("reasons", "no_opening"),
        ("next", "Ask again in spring."),
    ];
    let preview = partner.post("/review/decide", &decline).await;
    for told in ["Will be declined", "Decline 1", "Somebody saved this nomination", "Ask again in spring."] {
        assert!(preview.text.contains(told), "{told}: {}", preview.text);
    }
    let done = partner.post("/review/decide", &[&decline[..], &[("step", "apply")]].concat()).await;
    for told in ["1 was done", "Declined", "Refused", "Somebody saved this nomination"] {
        assert!(done.text.contains(told), "{told}: {}", done.text);
    }
    let again = partner.post("/review/decide", &[&decline[..], &[("step", "apply")]].concat()).await;
    assert!(again.text.contains("Nothing was done"), "sent twice, it is done once");
    let told = partner.get(&format!("/nominations/{one}")).await;
    assert!(told.text.contains("Ask again in spring.") && told.text.contains("There is no place in that job now"));
    let back = between(&preview.text, "name=\"step\" value=\"", "\"");
    assert_eq!(back, "apply");
}

async fn a_form_that_is_not_whole_says_all_that_is_missing_and_keeps_what_was_typed(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1001", &[]).await;
    let id = hand_in(&site, &mut manager, "1003", "csr-to-team-lead").await;
    let mut partner = site.signed_in("hr", HYDERABAD).await;
    let chosen = format!("{id}_4");
    for (fields, told) in [
        (vec![], vec!["Choose what is done to each"]),
        (vec![("act", "approve")], vec!["Write the day"]),
        (vec![("act", "approve"), ("on", "soonish")], vec!["soonish is no day"]),
        (vec![("act", "approve"), ("on", "2026-11-01")], vec!["is in the past"]),
        (vec![("act", "decline")], vec!["A reason is needed", "Nothing is written yet"]),
        (vec![("act", "decline"), ("next", "Ask again.")], vec!["A reason is needed", "Ask again."]),
    ] {
        let sent = [&[("chosen", chosen.as_str())][..], &fields].concat();
        let page = partner.post("/review/decide", &sent).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        let is_chosen = page.text.contains(&format!("name=\"chosen\" value=\"{chosen}\""));
        assert!(is_chosen && told.iter().all(|told| page.text.contains(told)), "{fields:?}: {}", page.text);
    }
    let none = partner.post("/review/decide", &[("act", "take_up")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text.contains("Nobody is chosen"));
    assert!(partner.get("/review/decide").await.text.contains("Nobody is chosen"));
}

async fn the_review_is_hrs_and_of_their_sites(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1001", &[]).await;
    let id = hand_in(&site, &mut manager, "1003", "csr-to-team-lead").await;
    let mut elsewhere = site.signed_in("elsewhere", &[(Access::HrPartner, Some("Manila"))]).await;
    let empty = elsewhere.get("/review").await;
    text(&empty.text).holds("No nomination waits for HR");
    for hidden in ["/review?site=Hyderabad", "/review?state=submitted"] {
        assert!(!elsewhere.get(hidden).await.text.contains("Asha Pillai"), "{hidden}");
    }
    for address in [format!("/review/{id}"), format!("/review/compare?chosen={id}_4")] {
        assert_eq!(elsewhere.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    let fields = [("chosen", format!("{id}_4")), ("act", "take_up".to_owned()), ("step", "apply".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let done = elsewhere.post("/review/decide", &fields).await;
    assert!(done.text.contains("Nothing was done") && !done.text.contains("Asha Pillai"));
    for (act, field) in [("note", "note"), ("stand_aside", "reason")] {
        let sent = elsewhere.post(&format!("/review/{id}"), &[("act", act), (field, "hm")]).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{act}");
    }
    let mut auditor = site.signed_in("auditor", &[(Access::Auditor, None)]).await;
    for (who, browser) in [("the manager", &mut manager), ("the auditor", &mut auditor)] {
        for address in
            ["/review".to_owned(), "/review/compare".to_owned(), "/review/decide".to_owned(), format!("/review/{id}")]
        {
            let refused = browser.get(&address).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{who}: {address}");
        }
        assert!(!browser.get("/").await.text.contains("href=\"/review\""), "{who}: nothing leads there");
    }
}
