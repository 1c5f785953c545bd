//! Waivers, by posting the pages' own forms.

use axum::http::StatusCode;
use model::Access;

use crate::database::{Engine, on_each_engine};
use crate::read::between;
use crate::site::{Answer, Browser, Site};

on_each_engine! {
    what_is_not_met_is_waived_and_the_candidate_is_asked,
    a_refused_proposal_says_what_is_missing_and_offers_a_waiver_or_a_later_day,
    all_that_is_wrong_with_the_question_is_said_at_once_and_nothing_typed_is_lost,
    a_refusal_says_why_and_whoever_asked_reads_it,
    hr_and_auditors_find_them_by_state_by_who_by_whom_and_by_criterion,
    the_answer_page_of_who_is_not_eligible_says_so_and_leads_on,
}

const ANSWER: &str = "/people/1004/tracks/csr-to-team-lead";

async fn draft(manager: &mut Browser<'_>) -> String {
    let begun = manager.post("/nominations", &[("number", "1004"), ("track", "csr-to-team-lead")]).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text);
    let page = begun.location().to_owned();
    let case = [("act", "edit_case"), ("seen", "1"), ("case-words", "Quick to learn.")];
    assert_eq!(manager.post(&page, &case).await.status, StatusCode::SEE_OTHER);
    page
}

/// Asks for a waiver of the time in the job; the page that follows.
async fn ask(manager: &mut Browser<'_>, page: &str) -> Answer {
    let text = manager.get(page).await.text;
    let seen = between(&text, "name=\"seen\" value=\"", "\"").to_owned();
    let fields = [
        ("seen", seen.as_str()),
        ("ask-waiver-criterion", "time"),
        ("ask-waiver-reason", "equivalent_experience"),
        ("ask-waiver-words", "He led a team of twelve elsewhere."),
        ("ask-waiver-until", "31 Dec 2026"),
    ];
    let asked = manager.post(&format!("{page}/waivers"), &fields).await;
    assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, page), "{}", asked.text);
    manager.get(page).await
}

async fn partner(site: &Site) -> Browser<'_> {
    site.signed_in("hr", &[(Access::HrPartner, Some("Hyderabad"))]).await
}

/// The page of the first waiver of the list.
async fn first(browser: &mut Browser<'_>) -> String {
    let list = browser.get("/waivers").await.text;
    format!("/waivers/{}", between(&list, "href=\"/waivers/", "\""))
}

async fn what_is_not_met_is_waived_and_the_candidate_is_asked(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (mut manager, mut partner) = (site.signed_in("1002", &[]).await, partner(&site).await);
    let page = draft(&mut manager).await;
    let shown = manager.get(&page).await.text;
    assert!(shown.contains("Criteria that are not met") && shown.contains("ask-waiver-criterion"), "{shown}");
    let asked = ask(&mut manager, &page).await.text;
    assert!(asked.contains("The waiver is asked for. HR is told.") && asked.contains("He led a team of twelve"));
    assert!(!asked.contains("Grant the waiver"), "whoever asks does not answer");
    assert_eq!(partner.get(&page).await.status, StatusCode::NOT_FOUND, "a draft is the manager's own");
    let news = partner.get("/news").await.text;
    assert!(news.contains("Asked for a waiver") && news.contains("href=\"/waivers?state=asked\""), "{news}");
    assert!(partner.get("/").await.text.contains("1 waits for your answer"));
    let one = first(&mut partner).await;
    let question = partner.get(&one).await.text;
    assert!(question.contains("He led a team of twelve") && question.contains("Grant the waiver"), "{question}");
    assert!(!question.contains("See the nomination"));
    let granted = partner.post(&one, &[("act", "grant"), ("grant-words", "Seen the references.")]).await;
    assert_eq!((granted.status, granted.location()), (StatusCode::SEE_OTHER, one.as_str()), "{}", granted.text);
    assert!(partner.get(&one).await.text.contains("The waiver is granted"));
    assert!(!partner.get("/").await.text.contains("your answer"));
    let again = partner.post(&one, &[("act", "grant")]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.text.contains("This waiver was answered"), "{}", again.text);

    let answered = manager.get(&page).await.text;
    assert!(answered.contains("Seen the references.") && answered.contains("every criterion holds, or is waived"));
    assert!(manager.get(ANSWER).await.text.contains("Waived"), "the answer shows it");
    let seen = between(&answered, "name=\"seen\" value=\"", "\"");
    let proposed = manager.post(&page, &[("act", "propose"), ("seen", seen)]).await;
    assert_eq!(proposed.status, StatusCode::SEE_OTHER, "{}", proposed.text);
    let mut candidate = site.signed_in("1004", &[]).await;
    assert!(candidate.get(&page).await.text.contains("He led a team of twelve"), "everybody involved reads it");
    for stranger in [&one, "/waivers"] {
        assert_eq!(candidate.get(stranger).await.status, StatusCode::NOT_FOUND);
        assert_eq!(manager.get(stranger).await.status, StatusCode::NOT_FOUND);
    }
    let ended = partner.post(&one, &[("act", "end"), ("end-words", "The references were another's.")]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.text);
    assert!(!manager.get(ANSWER).await.text.contains("data-state=\"waived\""));
    for told in [&mut manager, &mut candidate] {
        let news = told.get("/news").await.text;
        assert!(news.contains("A waiver was ended early") && news.contains(&format!("href=\"{ANSWER}\"")), "{news}");
    }
}

async fn a_refused_proposal_says_what_is_missing_and_offers_a_waiver_or_a_later_day(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let page = draft(&mut manager).await;
    let refused = manager.post(&page, &[("act", "propose"), ("seen", "2")]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let summary = between(&refused.text, "class=\"error-summary\"", "</ul>");
    for part in [
        "Not eligible on 22 Nov 2026",
        "href=\"#unmet\"",
        "months",
        "href=\"#ask-waiver-criterion\"",
        "Ask for a waiver of what is missing",
        "href=\"#propose-on\"",
        "22 Feb 2027",
    ] {
        assert!(summary.contains(part), "{part}: {summary}");
    }
    let later = manager.post(&page, &[("act", "propose"), ("seen", "2"), ("propose-on", "22 Feb 2027")]).await;
    assert_eq!(later.status, StatusCode::SEE_OTHER, "{}", later.text);
}

async fn all_that_is_wrong_with_the_question_is_said_at_once_and_nothing_typed_is_lost(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let page = draft(&mut manager).await;
    let address = format!("{page}/waivers");
    let empty = manager.post(&address, &[("seen", "2")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["criterion", "reason", "words", "until"] {
        assert!(empty.text.contains(&format!("href=\"#ask-waiver-{field}\"")), "{field}: {}", empty.text);
    }
    let fields = [
        ("seen", "2"),
        ("ask-waiver-criterion", "time"),
        ("ask-waiver-reason", "accommodation"),
        ("ask-waiver-words", "A long leave, long thought about."),
        ("ask-waiver-until", "22 Nov 2027"),
    ];
    let long = manager.post(&address, &fields).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.text.contains("21 Nov 2027") && long.text.contains("A long leave, long thought about."));
    let stale = [&[("seen", "1")], &fields[1..]].concat();
    let stale = manager.post(&address, &stale).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text.contains("A long leave, long thought about."));
    ask(&mut manager, &page).await;
    let twice = [&[("seen", "3")], &fields[1..4], &[("ask-waiver-until", "30 Nov 2026")]].concat();
    let twice = manager.post(&address, &twice).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(twice.text.contains("waits for its answer"), "{}", twice.text);
}

async fn a_refusal_says_why_and_whoever_asked_reads_it(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let (mut manager, mut partner) = (site.signed_in("1002", &[]).await, partner(&site).await);
    let page = draft(&mut manager).await;
    ask(&mut manager, &page).await;
    let one = first(&mut partner).await;
    let silent = partner.post(&one, &[("act", "refuse"), ("refuse-words", " ")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text.contains("Say in your words why"), "{}", silent.text);
    let refused = partner.post(&one, &[("act", "refuse"), ("refuse-words", "Six months are too few.")]).await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER, "{}", refused.text);
    assert!(manager.get("/news").await.text.contains("Refused a waiver"));
    assert!(manager.get(&page).await.text.contains("Six months are too few."));
    let mut candidate = site.signed_in("1004", &[]).await;
    assert!(candidate.get("/news").await.text.contains("You have no news"), "of a draft nobody is told");
}

async fn hr_and_auditors_find_them_by_state_by_who_by_whom_and_by_criterion(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let page = draft(&mut manager).await;
    ask(&mut manager, &page).await;
    let mut auditor = site.signed_in("auditor", &[(Access::Auditor, None)]).await;
    let list = auditor.get("/waivers").await.text;
    for part in ["Rohan Fernandes", "Waits for an answer", "By criterion", "By who asked", "By whom they are for"] {
        assert!(list.contains(part), "{part}: {list}");
    }
    let by = between(&list, "href=\"/waivers?by=", "\"").to_owned();
    let found = [
        "?state=asked".to_owned(),
        "?person=1004".to_owned(),
        format!("?by={by}"),
        "?track=csr-to-team-lead&criterion=time".to_owned(),
    ];
    for query in found {
        let narrowed = auditor.get(&format!("/waivers{query}")).await.text;
        assert!(narrowed.contains("href=\"/waivers/") && narrowed.contains("Only some are shown"), "{query}");
    }
    for query in ["?state=granted", "?person=1003", "?track=csr-to-team-lead&criterion=belt"] {
        let nothing = auditor.get(&format!("/waivers{query}")).await.text;
        assert!(nothing.contains("There is no waiver here"), "{query}: {nothing}");
    }
    assert_eq!(auditor.get("/waivers?state=charmed").await.status, StatusCode::NOT_FOUND);
    let address = first(&mut auditor).await;
    let one = auditor.get(&address).await.text;
    assert!(one.contains("There is nothing for you to do here now") && !one.contains("href=\"/people/1004\""), "{one}");
    let mut elsewhere = site.signed_in("elsewhere", &[(Access::HrPartner, Some("Manila"))]).await;
    assert!(!elsewhere.get("/waivers").await.text.contains("Rohan Fernandes"));
}

async fn the_answer_page_of_who_is_not_eligible_says_so_and_leads_on(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let answer = manager.get(ANSWER).await.text;
    assert!(answer.contains("Rohan Fernandes is not eligible today. The first day is 22 Feb 2027"), "{answer}");
    assert!(answer.contains("Start, and ask for a waiver") && answer.contains("Start for a later day"));
    let fields = [("number", "1004"), ("track", "csr-to-team-lead"), ("then", "later")];
    let begun = manager.post("/nominations", &fields).await;
    assert!(begun.location().ends_with("#propose-on"), "{}", begun.location());
    let page = begun.location().trim_end_matches("#propose-on").to_owned();
    assert!(manager.get(&page).await.text.contains("value=\"22 Feb 2027\""), "the day stands in the form");
    let text = manager.get(&page).await.text;
    let seen = between(&text, "name=\"seen\" value=\"", "\"");
    manager.post(&page, &[("act", "discard"), ("seen", seen)]).await;
    let fields = [("number", "1004"), ("track", "csr-to-team-lead"), ("then", "waiver")];
    let begun = manager.post("/nominations", &fields).await;
    assert!(begun.location().ends_with("#ask-waiver-criterion"), "{}", begun.location());
}
