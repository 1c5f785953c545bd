//! From an answer to a decision, by posting the pages' own forms.

use axum::http::StatusCode;
use files::Packet;
use model::Access;

use crate::database::{Engine, on_each_engine};
use crate::site::{Answer, Browser, Site};

on_each_engine! {
    a_candidate_goes_all_the_way_from_the_managers_draft_to_the_decision,
    an_employee_shows_interest_and_the_manager_answers,
    what_is_refused_says_why_and_loses_nothing_that_was_typed,
    facts_picked_from_the_record_are_read_with_the_case_and_stay_picked,
    several_are_chosen_in_the_directory_and_each_is_told_what_comes_of_it,
    a_strangers_nomination_is_not_there,
    who_leads_them_sees_no_frozen_document,
}

const ANSWER: &str = "/people/1003/tracks/csr-to-team-lead";

/// The values that a page's form sends by itself.
pub(crate) fn seen(page: &Answer) -> String {
    let (_, rest) = page.text.split_once("name=\"seen\" value=\"").expect("a form of a nomination");
    rest.split_once('"').unwrap().0.to_owned()
}

/// Does an act on the page as it is; the page that follows.
pub(crate) async fn act(browser: &mut Browser<'_>, page: &str, act: &str, fields: &[(&str, &str)]) -> Answer {
    let seen = seen(&browser.get(page).await);
    let mut all = vec![("act", act), ("seen", seen.as_str())];
    all.extend_from_slice(fields);
    let done = browser.post(page, &all).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{act}: {}", done.text);
    assert_eq!(done.location(), page);
    browser.get(page).await
}

async fn draft(manager: &mut Browser<'_>) -> String {
    let answer = manager.get(ANSWER).await;
    assert!(answer.text.contains("Start a nomination"), "{}", answer.text);
    let begun = manager.post("/nominations", &[("number", "1003"), ("track", "csr-to-team-lead")]).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text);
    begun.location().to_owned()
}

pub(crate) async fn submitted(manager: &mut Browser<'_>, candidate: &mut Browser<'_>) -> String {
    let page = draft(manager).await;
    act(manager, &page, "edit_case", &[("case-words", "She leads already.\nThe team asks her first.")]).await;
    act(manager, &page, "propose", &[]).await;
    act(candidate, &page, "consent", &[]).await;
    page
}

async fn a_candidate_goes_all_the_way_from_the_managers_draft_to_the_decision(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let mut candidate = site.signed_in("1003", &[]).await;
    let mut partner = site.signed_in("hr", &[(Access::HrPartner, Some("Hyderabad"))]).await;
    let page = draft(&mut manager).await;
    assert_eq!(candidate.get(&page).await.status, StatusCode::NOT_FOUND, "a draft is the manager's own");
    let saved = act(&mut manager, &page, "edit_case", &[("case-words", "She leads already.")]).await;
    assert!(saved.text.contains("Saved as number 2"), "a save shows its number");
    act(&mut manager, &page, "propose", &[]).await;
    assert!(candidate.get("/news").await.text.contains("1 is new"));
    let asked = candidate.get(&page).await;
    assert!(asked.text.contains("She leads already.") && asked.text.contains("Agree to be nominated"));
    assert!(candidate.get(ANSWER).await.text.contains("A nomination is under way"));
    act(&mut candidate, &page, "consent", &[]).await;
    assert!(partner.get("/nominations").await.text.contains("Asha Pillai"));
    act(&mut partner, &page, "take_up", &[]).await;
    let seen = seen(&partner.get(&page).await);
    let dayless =
        [("act", "approve"), ("seen", seen.as_str()), ("approve-on", " "), ("approve-words", "From spring on.")];
    let asked = partner.post(&page, &dayless).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody is moved on a day that nobody wrote");
    assert!(asked.text.contains("Write the day") && asked.text.contains("From spring on."));
    let decided = act(&mut partner, &page, "approve", &[("approve-on", "2026-12-01")]).await;
    assert!(decided.text.contains("Approved") && decided.text.contains("1 Dec 2026"), "{}", decided.text);
    for (part, rest) in decided.text.match_indices("/evidence/").map(|(at, _)| decided.text[at..].split_at(10)) {
        let id = rest.split_once('"').unwrap().0;
        if id == "compare" {
            continue;
        }
        let document = partner.get(&format!("{page}{part}{id}")).await;
        let packet = Packet::read(document.text.as_bytes(), "evidence").unwrap();
        assert_eq!(packet.deviations(), [], "assessed again it says the same");
        assert!(decided.text.contains(&packet.digest()));
    }
    let told = candidate.get("/news").await.text;
    assert!(told.contains("Approved it") && told.contains("Took it up for review"), "{told}");
    let until = told.split_once("name=\"until\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    candidate.post("/news", &[("until", &until)]).await;
    assert!(candidate.get("/news").await.text.contains("Everything is read"));
}

async fn an_employee_shows_interest_and_the_manager_answers(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut employee = site.signed_in("1003", &[]).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let begun = employee.post("/nominations", &[("track", "csr-to-team-lead")]).await;
    let page = begun.location().to_owned();
    let without = manager
        .post(&page, &[("act", "decline_interest"), ("seen", "1"), ("decline-interest-words", "Not this spring.")])
        .await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.text.contains("A reason is needed") && without.text.contains("Not this spring."));
    let declined = [("decline-interest-reason", "not_now"), ("decline-interest-words", "Not this spring.")];
    let told = act(&mut manager, &page, "decline_interest", &declined).await;
    assert!(told.text.contains("Not at this time"), "{}", told.text);
    let own = employee.get(&page).await;
    assert!(own.text.contains("Not this spring.") && own.text.contains("Ask HR"));
}

async fn what_is_refused_says_why_and_loses_nothing_that_was_typed(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let page = draft(&mut manager).await;
    let again = manager.post("/nominations", &[("number", "1003"), ("track", "csr-to-team-lead")]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.text.contains("already under way"));
    act(&mut manager, &page, "edit_case", &[("case-words", "First.")]).await;
    let stale = manager
        .post(&page, &[("act", "edit_case"), ("seen", "1"), ("case-words", "Second, long thought about.")])
        .await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text.contains("Second, long thought about.") && stale.text.contains("First."), "both versions");
    assert_eq!(seen(&stale), "2", "what is saved next is built on theirs");

    // Not eligible: the reason, and from which day.
    let begun = manager.post("/nominations", &[("number", "1004"), ("track", "csr-to-team-lead")]).await;
    let page = begun.location().to_owned();
    act(&mut manager, &page, "edit_case", &[("case-words", "Quick to learn.")]).await;
    let seen = seen(&manager.get(&page).await);
    let early = manager.post(&page, &[("act", "propose"), ("seen", &seen)]).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    assert!(early.text.contains("Not eligible on 22 Nov 2026") && early.text.contains("22 Feb 2027"), "{}", early.text);
    let nonsense = manager.post(&page, &[("act", "propose"), ("seen", &seen), ("propose-on", "soonish")]).await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nonsense.text.contains("soonish"));
}

async fn facts_picked_from_the_record_are_read_with_the_case_and_stay_picked(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let mut candidate = site.signed_in("1003", &[]).await;
    let page = draft(&mut manager).await;
    let offered = manager.get(&page).await.text;
    let (_, first) = offered.split_once("name=\"case-facts\" value=\"").expect("the record is on offer");
    let id = first.split_once('"').unwrap().0.to_owned();
    let words = ("case-words", "She leads already.");
    let no_id = [("act", "edit_case"), ("seen", "1"), words, ("case-facts", "no id")];
    assert_eq!(manager.post(&page, &no_id).await.status, StatusCode::NOT_FOUND);
    act(&mut manager, &page, "edit_case", &[words, ("case-facts", &id)]).await;
    let again = manager.get(&page).await.text;
    assert!(again.contains("Picked from the record"));
    let own = again.split_once(&format!("value=\"{id}\"")).unwrap().1;
    assert!(own.split_once('>').unwrap().0.contains("checked"), "it stays picked: {own}");
    act(&mut manager, &page, "propose", &[]).await;
    let read = candidate.get(&page).await.text;
    assert!(read.contains("Picked from the record") && !read.contains("name=\"case-facts\""));
}

async fn several_are_chosen_in_the_directory_and_each_is_told_what_comes_of_it(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let mut employee = site.signed_in("1003", &[]).await;
    let directory = manager.get("/people").await.text;
    assert!(directory.contains("name=\"number\" value=\"1003\""));
    assert!(!directory.contains("name=\"number\" value=\"1002\""), "nobody nominates themselves");
    assert!(!employee.get("/people").await.text.contains("name=\"number\""));
    let chosen = "/nominations/several?number=1003&number=1004&number=9999";
    let asked = manager.get(chosen).await.text;
    assert!(asked.contains("Show who can be nominated"));
    let shown = manager.get(&format!("{chosen}&track=csr-to-team-lead")).await.text;
    assert!(shown.contains("Eligible today") && shown.contains("Not eligible on"), "{shown}");
    assert!(shown.contains("It is not yours") && shown.contains("Start one draft"));
    let all = [("number", "1003"), ("number", "1004"), ("track", "csr-to-team-lead")];
    let begun = manager.post("/nominations/several", &all).await;
    assert_eq!(begun.status, StatusCode::CONFLICT);
    assert!(begun.text.contains("The draft has begun") && begun.text.contains("Not eligible on"));
    assert!(manager.get("/nominations").await.text.contains("Asha Pillai"));
}

async fn a_strangers_nomination_is_not_there(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let mut candidate = site.signed_in("1003", &[]).await;
    let page = submitted(&mut manager, &mut candidate).await;
    let readers = [
        ("1005", None),
        ("elsewhere", Some((Access::HrPartner, Some("Manila")))),
        ("administrator", Some((Access::Administrator, None))),
    ];
    for (who, access) in readers {
        let access: Vec<_> = access.into_iter().collect();
        let mut stranger = site.signed_in(who, &access).await;
        for method in ["get", "post"] {
            let answer = match method {
                "get" => stranger.get(&page).await,
                _ => stranger.post(&page, &[("act", "withdraw"), ("seen", "4")]).await,
            };
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who} {method}");
        }
        assert!(!stranger.get("/nominations").await.text.contains("Asha Pillai"), "{who}");
        assert!(stranger.get("/news").await.text.contains("You have no news"), "{who}");
    }
}

async fn who_leads_them_sees_no_frozen_document(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let mut candidate = site.signed_in("1003", &[]).await;
    let page = submitted(&mut manager, &mut candidate).await;
    assert!(candidate.get(&page).await.text.contains("/evidence/"));
    assert!(!manager.get(&page).await.text.contains("/evidence/"), "it holds conduct whole");
}
