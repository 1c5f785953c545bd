//! Where there is no page: what is said instead, and what to do.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::database::{Engine, on_each_engine};
use crate::log;
use crate::read::between;
use crate::site::{Answer, Site};

on_each_engine! {
    what_is_not_there_and_what_one_may_not_see_are_the_same_page,
    what_is_no_form_is_answered_with_a_page_of_ours,
    an_address_that_is_not_for_that_says_so,
    a_database_that_cannot_be_reached_is_said_as_that_and_when_to_try_again,
    what_panics_is_an_incident_whose_number_is_on_the_page_and_once_in_the_log,
}

fn is_a_page(answer: &Answer, status: StatusCode) {
    assert_eq!(answer.status, status);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    assert!(answer.text.contains(r#"class="error-page""#), "{}", answer.text);
    assert!(answer.text.contains("<h1>") && answer.text.contains(r#"class="button""#), "{}", answer.text);
}

async fn what_is_not_there_and_what_one_may_not_see_are_the_same_page(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = site.signed_in("1002", &[]).await;
    let nowhere = browser.get("/nowhere").await;
    is_a_page(&nowhere, StatusCode::NOT_FOUND);
    for path in ["/admin/accounts/hello", "/people/no-such-number"] {
        let answer = browser.get(path).await;
        if path.starts_with("/people") {
            assert_eq!((answer.status, &answer.text), (StatusCode::NOT_FOUND, &nowhere.text), "{path}");
        } else {
            is_a_page(&answer, StatusCode::FORBIDDEN);
        }
    }
}

async fn what_is_no_form_is_answered_with_a_page_of_ours(engine: Engine) {
    let site = Site::empty(engine).await;
    let mut browser = site.browser();
    let post = |kind: &'static str| {
        Request::post("/sign-in").header(header::CONTENT_TYPE, kind).header("sec-fetch-site", "same-origin")
    };
    let json = browser.send(post("application/json"), Body::from(r#"{"name":"1002"}"#)).await;
    is_a_page(&json, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let twice = browser.send(post("application/x-www-form-urlencoded"), Body::from("name=1&name=2")).await;
    is_a_page(&twice, StatusCode::UNPROCESSABLE_ENTITY);
    let large = Body::from(format!("name={}", "x".repeat(70_000)));
    is_a_page(&browser.send(post("application/x-www-form-urlencoded"), large).await, StatusCode::PAYLOAD_TOO_LARGE);
}

async fn an_address_that_is_not_for_that_says_so(engine: Engine) {
    let site = Site::empty(engine).await;
    let mut browser = site.browser();
    let answer = browser.get("/sign-out").await;
    is_a_page(&answer, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.headers[header::ALLOW], "POST");
}

async fn a_database_that_cannot_be_reached_is_said_as_that_and_when_to_try_again(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = site.signed_in("1002", &[]).await;
    site.database.store.close().await;
    for path in ["/", "/account"] {
        let answer = browser.get(path).await;
        is_a_page(&answer, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(answer.headers[header::RETRY_AFTER], "60");
        assert!(answer.text.contains("Try again"), "{}", answer.text);
        assert!(
            answer.text.contains("<title>Nextrung cannot reach its database – Nextrung</title>"),
            "{}",
            answer.text
        );
    }
    let mut stranger = site.browser();
    let sent = stranger.post("/sign-in", &[("name", "1002"), ("password", "correct horse battery")]).await;
    is_a_page(&sent, StatusCode::SERVICE_UNAVAILABLE);
}

async fn what_panics_is_an_incident_whose_number_is_on_the_page_and_once_in_the_log(engine: Engine) {
    let site = Site::empty(engine).await;
    drop(log::lines());
    let mut browser = site.browser();
    let post = Request::post("/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    let breaks = futures_util::stream::poll_fn(|_| -> std::task::Poll<Option<Result<Vec<u8>, std::io::Error>>> {
        panic!("a secret of the handler's")
    });
    let answer = browser.send(post, Body::from_stream(breaks)).await;
    is_a_page(&answer, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!answer.text.contains("secret"), "{}", answer.text);
    let incident = between(&answer.text, "<strong>", "</strong>").to_owned();
    assert_eq!(incident.len(), 32, "{incident}");
    let said: Vec<String> = log::lines().iter().filter(|line| line.contains(&incident)).cloned().collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("ERROR ") && said[0].contains("panicked"), "{said:?}");
    assert_eq!(browser.get("/sign-in").await.status, StatusCode::OK, "the next one is answered");
}
