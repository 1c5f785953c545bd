//! Signing in and out.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::database::{Engine, on_each_engine};
use crate::site::{PASSWORD, Site};

on_each_engine! {
    whoever_signs_in_goes_on_where_they_wanted_to_be,
    a_wrong_password_and_an_unknown_name_are_answered_alike,
    a_form_of_another_site_signs_nobody_in,
    signing_out_ends_the_session,
}

async fn whoever_signs_in_goes_on_where_they_wanted_to_be(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    site.account("1002", &[]).await;
    let mut browser = site.browser();
    let asked = browser.get("/?at=today").await;
    assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, "/sign-in?to=/%3Fat%3Dtoday"));
    let form = browser.get(asked.location()).await;
    assert!(form.text.contains(r#"name="to" value="/?at=today""#), "{}", form.text);
    let fields = [("name", "1002"), ("password", PASSWORD), ("to", "/?at=today")];
    let signed_in = browser.post("/sign-in", &fields).await;
    assert_eq!((signed_in.status, signed_in.location()), (StatusCode::SEE_OTHER, "/?at=today"));
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
}

async fn a_wrong_password_and_an_unknown_name_are_answered_alike(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    site.account("1002", &[]).await;
    let mut answers = Vec::new();
    for name in ["1002", "9999"] {
        let mut browser = site.browser();
        let answer = browser.post("/sign-in", &[("name", name), ("password", "wrong")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!browser.has_session());
        assert!(!answer.text.contains("wrong"), "a password never comes back");
        answers.push(answer.text.replace(name, "NAME"));
    }
    assert_eq!(answers[0], answers[1]);
}

async fn a_form_of_another_site_signs_nobody_in(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    site.account("1002", &[]).await;
    let mut browser = site.browser();
    let request = Request::post("/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site");
    let body = format!("name=1002&password={}", PASSWORD.replace(' ', "+"));
    let answer = browser.send(request, Body::from(body)).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(!browser.has_session());
}

async fn signing_out_ends_the_session(engine: Engine) {
    let site = Site::of_the_cast(engine).await;
    let mut browser = site.signed_in("1002", &[]).await;
    assert!(browser.has_session());
    assert_eq!(browser.post("/sign-out", &[]).await.location(), "/sign-in");
    assert!(!browser.has_session());
    assert_eq!(browser.get("/").await.status, StatusCode::SEE_OTHER);
}
