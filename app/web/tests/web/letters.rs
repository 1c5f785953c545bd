//! Letters and what was known, on their pages: seen first, sent, read by whose they are, printed, compared.

use axum::http::StatusCode;
use model::Access;
use operations::import::{Options, import};

use crate::database::{Engine, on_each_engine, system_on};
use crate::nominations::{act, seen, submitted};
use crate::read::between;
use crate::site::{Browser, Site, TODAY};

on_each_engine! {
    a_decision_is_seen_as_a_letter_first_and_sent_as_it_was_seen,
    a_letter_to_somebody_else_is_not_there,
    who_is_not_selected_reads_why_how_they_stand_and_until_when_they_can_appeal,
    the_news_are_counted_on_every_page_and_lead_to_the_letter,
    what_changed_since_is_told_beside_each_other_to_who_may_see_it,
    an_appeal_shows_the_original_day_as_it_was_decided_and_by_what_is_known_now,
}

/// What somebody's access is.
type Grants = &'static [(Access, Option<&'static str>)];

const HR: Grants = &[(Access::HrPartner, Some("Hyderabad"))];
const LEAD: Grants = &[(Access::HrLead, None)];
const WHY: [(&str, &str); 3] =
    [("decline-reason", "results"), ("decline-reason", "another_candidate"), ("decline-words", "Lead a shift first.")];

/// Where the letter is that a page leads to.
fn letter_of(page: &str) -> String {
    let (_, rest) = page.split_once("/letters/").expect("a letter");
    rest.split_once('"').unwrap().0.to_owned()
}

async fn declined(site: &Site, partner: &mut Browser<'_>, candidate: &mut Browser<'_>) -> String {
    let mut manager = site.signed_in("1002", &[]).await;
    let page = submitted(&mut manager, candidate).await;
    act(partner, &page, "take_up", &[]).await;
    act(partner, &page, "decline", &WHY).await;
    page
}

async fn a_decision_is_seen_as_a_letter_first_and_sent_as_it_was_seen(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut manager = site.signed_in("1002", &[]).await;
    let mut candidate = site.signed_in("1003", &[]).await;
    let mut partner = site.signed_in("hr", HR).await;
    let page = submitted(&mut manager, &mut candidate).await;
    act(&mut partner, &page, "take_up", &[]).await;
    let before = partner.get(&page).await;
    let number = seen(&before);
    let all = [("act", "decline"), ("seen", number.as_str()), ("preview", "letter")];
    let without = partner.post(&page, &[all.as_slice(), &WHY[2..]].concat()).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY, "what the act asks for, the letter asks for");
    assert!(without.text.contains("Lead a shift first.") && !without.text.contains("class=\"letter\""));
    let preview = partner.post(&page, &[all.as_slice(), &WHY].concat()).await;
    assert_eq!(preview.status, StatusCode::OK);
    let told = between(&preview.text, "class=\"letter\"", "</article>").to_owned();
    assert!(told.contains("you are not selected") && told.contains("Lead a shift first."), "{told}");
    assert!(preview.text.contains("value=\"results\" checked"), "the form below is as it was typed");
    assert_eq!(seen(&partner.get(&page).await), number, "nothing is saved");
    assert!(!candidate.get(&page).await.text.contains("/letters/"));

    let after = act(&mut partner, &page, "decline", &WHY).await;
    let address = format!("{page}/letters/{}", letter_of(&after.text));
    for reader in [&mut partner, &mut candidate] {
        let letter = reader.get(&address).await;
        assert_eq!(letter.status, StatusCode::OK);
        assert_eq!(between(&letter.text, "class=\"letter\"", "</article>"), told, "letter for letter");
    }
}

async fn a_letter_to_somebody_else_is_not_there(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut candidate = site.signed_in("1003", &[]).await;
    let mut partner = site.signed_in("hr", HR).await;
    let page = declined(&site, &mut partner, &mut candidate).await;
    let address = format!("{page}/letters/{}", letter_of(&candidate.get(&page).await.text));
    let readers: [(&str, Grants, StatusCode); 7] = [
        ("1001", &[], StatusCode::NOT_FOUND),
        ("1004", &[], StatusCode::NOT_FOUND),
        ("1005", &[], StatusCode::NOT_FOUND),
        ("elsewhere", &[(Access::HrPartner, Some("Manila"))], StatusCode::NOT_FOUND),
        ("administrator", &[(Access::Administrator, None)], StatusCode::NOT_FOUND),
        ("auditor", &[(Access::Auditor, None)], StatusCode::OK),
        ("lead", LEAD, StatusCode::OK),
    ];
    for (who, access, expected) in readers {
        let mut reader = site.signed_in(who, access).await;
        assert_eq!(reader.get(&address).await.status, expected, "{who}");
        let seen = reader.get(&page).await.text.contains("/letters/");
        assert_eq!(seen, expected == StatusCode::OK, "{who}: what is not there is linked nowhere");
    }
    let mut manager = site.browser();
    manager.post("/sign-in", &[("name", "1002"), ("password", crate::site::PASSWORD)]).await;
    assert_eq!(manager.get(&address).await.status, StatusCode::NOT_FOUND);
    let news = manager.get("/news").await.text;
    assert!(news.contains("Declined it") && !news.contains("/letters/"), "who nominated has the news");
}

async fn who_is_not_selected_reads_why_how_they_stand_and_until_when_they_can_appeal(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut candidate = site.signed_in("1003", &[]).await;
    let mut partner = site.signed_in("hr", HR).await;
    let page = declined(&site, &mut partner, &mut candidate).await;
    let own = candidate.get(&page).await.text;
    let letter = candidate.get(&format!("{page}/letters/{}", letter_of(&own))).await.text;
    for part in ["The results of late", "12 months", "Met", "Lead a shift first.", "until 22 Dec 2026"] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    for text in [&own, &letter] {
        assert!(!text.to_lowercase().contains("another candidate"), "no word about others");
    }
    assert!(partner.get(&page).await.text.contains("Another candidate fits this opening better"));
}

async fn the_news_are_counted_on_every_page_and_lead_to_the_letter(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut candidate = site.signed_in("1003", &[]).await;
    let mut partner = site.signed_in("hr", HR).await;
    assert!(!candidate.get("/ladder").await.text.contains("News ("));
    let page = declined(&site, &mut partner, &mut candidate).await;
    // Asked, taken up, declined.
    assert!(candidate.get("/ladder").await.text.contains(">News (3)<"));
    let news = candidate.get("/news").await.text;
    assert!(news.contains(&format!("{page}/letters/")) && news.contains("Read the letter"), "{news}");
    let until = between(&news, "name=\"until\" value=\"", "\"").to_owned();
    candidate.post("/news", &[("until", &until)]).await;
    assert!(candidate.get("/ladder").await.text.contains(">News<"), "what was read is counted no longer");
}

async fn what_changed_since_is_told_beside_each_other_to_who_may_see_it(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut candidate = site.signed_in("1003", &[]).await;
    let mut partner = site.signed_in("hr", HR).await;
    let page = declined(&site, &mut partner, &mut candidate).await;
    let address = format!("{page}/evidence/compare");
    assert!(candidate.get(&page).await.text.contains(&format!("href=\"{address}\"")));
    let same = candidate.get(&address).await;
    assert_eq!(same.status, StatusCode::OK);
    assert!(same.text.contains("Nothing changed: the facts"), "{}", same.text);
    assert!(same.text.contains("On consent, 22 Nov 2026") && same.text.contains("Today, 22 Nov 2026"));

    // Of what is known now an auditor is told nothing.
    let mut auditor = site.signed_in("auditor", &[(Access::Auditor, None)]).await;
    let told = auditor.get(&address).await;
    assert_eq!(told.status, StatusCode::OK);
    assert!(told.text.contains("On the decision") && !told.text.contains("Today,"), "{}", told.text);
    assert_eq!(auditor.get(&format!("{address}?now=now")).await.status, StatusCode::NOT_FOUND);
    let mut line = site.signed_in("1001", &[]).await;
    assert_eq!(line.get(&address).await.status, StatusCode::NOT_FOUND, "it holds conduct whole");
    for nonsense in ["?then=soon", "?then=00000000-0000-0000-0000-000000000000", "?now=corrected"] {
        assert_eq!(candidate.get(&format!("{address}{nonsense}")).await.status, StatusCode::NOT_FOUND, "{nonsense}");
    }
}

/// The feed has another value of something that was measured.
async fn a_result_is_corrected(site: &Site) {
    let ctx = system_on(TODAY);
    let mut cast = demo::cast(ctx.today, files::default_ladder());
    cast.retain(|one| one.employee.employee_number == "1003");
    cast[0].results.iter_mut().for_each(|row| row.value = "97.5".parse().unwrap());
    let options = Options { name: "corrected".to_owned(), ..Options::default() };
    import(&site.database.store, &ctx, &options, || Ok(cast.iter().cloned().map(Ok))).await.unwrap();
}

async fn an_appeal_shows_the_original_day_as_it_was_decided_and_by_what_is_known_now(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut candidate = site.signed_in("1003", &[]).await;
    let mut partner = site.signed_in("hr", HR).await;
    let page = declined(&site, &mut partner, &mut candidate).await;
    act(&mut candidate, &page, "appeal", &[("appeal-words", "A result of mine is wrong.")]).await;
    a_result_is_corrected(&site).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let waiting = lead.get(&page).await.text;
    assert!(waiting.contains("The appeal: as it was decided"), "{waiting}");
    assert!(waiting.contains("As of 22 Nov 2026, by what is known today"));
    assert!(waiting.contains("Corrected since") && waiting.contains("value: 97.5"), "{waiting}");
    for other in [&mut partner, &mut candidate] {
        assert!(!other.get(&page).await.text.contains("The appeal: as it was decided"), "it waits for the answer");
    }
    act(&mut lead, &page, "uphold", &[("uphold-reason", "results"), ("uphold-words", "It stays.")]).await;
    for reader in [&mut lead, &mut partner, &mut candidate] {
        let answered = reader.get(&page).await.text;
        assert!(answered.contains("The appeal: as it was decided") && answered.contains("Corrected since"));
        assert!(answered.contains("On the appeal, as of 22 Nov 2026"));
    }
    let mut manager = site.browser();
    manager.post("/sign-in", &[("name", "1002"), ("password", crate::site::PASSWORD)]).await;
    assert!(!manager.get(&page).await.text.contains("The appeal: as it was decided"), "it holds conduct whole");
}
