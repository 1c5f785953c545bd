//! What holds for every form there is: no other site sends it, it leads to own pages only, and what was typed into it is
//! not lost.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use model::Access;
use operations::{NewGrant, audit_entries, give_access};
use web::{ROUTES, Reached, Route};

use crate::database::{Engine, on_each_engine, system_on};
use crate::site::{PASSWORD, Site, TODAY};
use crate::world::{World, methods};

on_each_engine! {
    no_other_site_sends_any_form,
    signing_in_leads_to_no_other_site,
    what_was_typed_into_any_form_outlives_the_session,
}

/// The forms of which nothing is kept, and why: a password never is, a file is too large, and who is not signed in has
/// nothing typed to lose but these.
const NOT_KEPT: &[&str] = &["/account/password", "/imports"];

/// Every route that takes a form.
async fn forms(world: &World) -> Vec<&'static Route> {
    let mut forms = Vec::new();
    for route in ROUTES {
        if methods(&mut world.site.browser(), world, route).await.contains(&Method::POST) {
            forms.push(route);
        }
    }
    assert!(forms.len() > 10, "{}", forms.len());
    forms
}

async fn entries(site: &Site) -> usize {
    audit_entries(&site.database.store, &system_on(TODAY), None, 1000).await.unwrap().len()
}

async fn no_other_site_sends_any_form(engine: Engine) {
    let world = World::draw(engine).await;
    let forms = forms(&world).await;
    let mut browsers =
        [world.browser("administrator").await, world.browser("hr_lead").await, world.browser("nobody").await];
    let before = entries(&world.site).await;
    for route in forms {
        let address = world.address(route.path, "other_site");
        for browser in &mut browsers {
            let mut pages = Vec::new();
            for (name, value) in [
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-site", "same-site"),
                ("origin", "https://elsewhere.example"),
                ("origin", "null"),
            ] {
                for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
                    let request = Request::builder()
                        .method(method)
                        .uri(&address)
                        .header(header::HOST, "nextrung.example")
                        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                        .header(name, value);
                    let body = format!("name=hr_lead&password={}", PASSWORD.replace(' ', "+"));
                    let answer = browser.send(request, Body::from(body)).await;
                    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}, {name}: {value}");
                    pages.push(answer.text);
                }
            }
            assert!(pages.iter().all(|page| *page == pages[0] && page.contains("another site")), "{address}");
        }
    }
    assert_eq!(entries(&world.site).await, before, "nothing was done");
    assert!(browsers[0].has_session() && browsers[1].has_session() && !browsers[2].has_session());
}

async fn signing_in_leads_to_no_other_site(engine: Engine) {
    let site = Site::empty(engine).await;
    site.account("boss", &[(Access::Administrator, None)]).await;
    for to in [
        "https://elsewhere.example",
        "//elsewhere.example",
        "///elsewhere.example",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/\t/elsewhere.example",
        "/\n/elsewhere.example",
        "javascript:alert(1)",
        "elsewhere.example",
        "",
    ] {
        let mut browser = site.browser();
        let answer = browser.post("/sign-in", &[("name", "boss"), ("password", PASSWORD), ("to", to)]).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"), "{to}");
        let escaped: String = to.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let again = browser.get(&format!("/sign-in?to={escaped}")).await;
        assert_eq!((again.status, again.location()), (StatusCode::SEE_OTHER, "/"), "{to}");
    }
    let mut stranger = site.browser();
    for address in ["//elsewhere.example/", "/%2Felsewhere.example", "/%5Celsewhere.example"] {
        assert_eq!(stranger.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
        assert_eq!(stranger.post(address, &[("text", "typed")]).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

async fn what_was_typed_into_any_form_outlives_the_session(engine: Engine) {
    let world = World::draw(engine).await;
    let forms = forms(&world).await;
    let kept = forms.into_iter().filter(|route| route.reached == Reached::SignedIn && !NOT_KEPT.contains(&route.path));
    let ctx = system_on(TODAY);
    let mut browser = world.browser("administrator").await;
    for (at, route) in kept.enumerate() {
        let address = world.address(route.path, "other_site");
        // A change of rights ends the session, as a long lunch would.
        let later = ctx.today.plus_days(100 + i32::try_from(at).unwrap());
        let grant = NewGrant { access: Access::Auditor, site: None, from_on: later, until_on: Some(later) };
        give_access(&world.site.database.store, &ctx, "administrator", &grant).await.unwrap();
        let typed = format!("a long text, typed {at}");
        let late = browser.post(&address, &[("text", &typed), ("other", "2 & <3")]).await;
        let to = format!("/sign-in?to={address}");
        assert_eq!((late.status, late.location()), (StatusCode::SEE_OTHER, to.as_str()));
        let fields = [("name", "administrator"), ("password", PASSWORD), ("to", &address)];
        let signed_in = browser.post("/sign-in", &fields).await;
        assert_eq!(signed_in.location(), "/account/kept", "{address}");
        let page = browser.get("/account/kept").await.text;
        assert!(page.contains(&typed) && page.contains("2 &amp; &lt;3"), "{address}: {page}");
        let again = browser.post("/account/kept/send", &[("text", &typed)]).await;
        assert_eq!((again.status, again.location()), (StatusCode::TEMPORARY_REDIRECT, address.as_str()));
    }
}
