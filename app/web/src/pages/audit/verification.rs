//! `/audit/verification`: whether the trail is what was sealed.

use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{Break, Seal, Tampering, Verification};
use operations::verify_audit;
use serde::Deserialize;
use words::English;

use super::{Auditor, PATH};
use crate::components::summary_list::summary_list;
use crate::components::{Banner, ErrorSummary, NotificationBanner, TextInput, Typed, WarningText};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::{Faults, Field, Told};
use crate::visit::Visit;

/// How a checkpoint is taken, and held against the trail.
const TAKE: &str = "nextrung audit checkpoint FILE --key SIGNING_KEY --company NAME";
const HOLD_AGAINST: &str = "nextrung audit verify --checkpoint FILE --key PUBLIC_KEY --database URL";
/// The same without a database: what can be held against a checkpoint there, which the CSV of the page cannot.
const TAKE_OUT: &str = "nextrung audit export TRAIL";
const HOLD_FILE_AGAINST: &str = "nextrung audit verify --checkpoint FILE --key PUBLIC_KEY --trail TRAIL";

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Verify {
    head: String,
}

#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Head,
}

impl Field for Asked {
    fn name(self) -> &'static str {
        match self {
            Asked::Head => "head",
        }
    }
}

pub(crate) async fn show(Auditor(visit): Auditor) -> Response {
    render(&visit, StatusCode::OK, Verify::default(), &Told::default(), None)
}

pub(crate) async fn verify(Auditor(visit): Auditor, Form(form): Form<Verify>) -> Result<Response, Failure> {
    let words = &visit.app.words;
    let head = match form.head.trim() {
        "" => None,
        text => match text.parse::<Seal>() {
            Ok(head) => Some(head),
            Err(_) => {
                let told = Faults::one(Asked::Head, ()).told(|()| words.audit_verify_no_head());
                return Ok(render(&visit, StatusCode::UNPROCESSABLE_ENTITY, form, &told, None));
            }
        },
    };
    let found = verify_audit(&visit.app.store, &visit.ctx, head).await?;
    Ok(render(&visit, StatusCode::OK, form, &Told::default(), Some(found)))
}

fn render(visit: &Visit, status: StatusCode, form: Verify, told: &Told, found: Option<Verification>) -> Response {
    let words = &visit.app.words;
    respond(visit, status, || {
        let title = words.audit_verify_title();
        let body = view! {
            <div class="narrow stack stack--wide">
                <ErrorSummary errors=told.all()/>
                {found.map(|found| result(words, &found))}
                <div class="page-head">
                    <h1>{title.clone()}</h1>
                    <p class="soft">{words.audit_verify_lead()}</p>
                </div>
                <form class="form" method="post" action="/audit/verification" novalidate>
                    <TextInput
                        name=Asked::Head.name()
                        label=words.audit_verify_head()
                        hint=words.audit_verify_head_hint()
                        error=told.of(Asked::Head)
                        value=form.head
                        typed=Typed::Code
                    />
                    <button class="button" type="submit">{words.audit_verify_button()}</button>
                </form>
                {checkpoints(words)}
            </div>
        };
        Page::new(title, body).with_form(told, words).below(vec![(words.audit_title(), PATH.to_owned())])
    })
}

/// How to sign where the trail stands, and to hold that against it later.
fn checkpoints(words: &English) -> AnyView {
    let commands = |first: String, one: &'static str, two: &'static str| {
        let code = |command: &'static str| view! { <code>{command}</code> }.into_any();
        summary_list(vec![(first, code(one)), (words.audit_checkpoints_verify(), code(two))])
    };
    view! {
        <section class="section" aria-labelledby="checkpoints">
            <h2 id="checkpoints">{words.audit_checkpoints()}</h2>
            <p>{words.audit_checkpoints_more()}</p>
            {commands(words.audit_checkpoints_take(), TAKE, HOLD_AGAINST)}
            <p>{words.audit_checkpoints_file()}</p>
            {commands(words.audit_checkpoints_export(), TAKE_OUT, HOLD_FILE_AGAINST)}
            <p>{words.audit_checkpoints_head()}</p>
        </section>
    }
    .into_any()
}

fn result(words: &English, found: &Verification) -> AnyView {
    let head = found.head.to_string();
    let counts = summary_list(vec![
        (words.audit_verify_sealed(), found.head.sequence.to_string().into_any()),
        (words.audit_verify_waiting(), found.unsealed.to_string().into_any()),
        (words.audit_verify_note_label(), view! { <code>{head}</code> }.into_any()),
    ]);
    let note = words.audit_verify_note();
    match &found.broken {
        None => view! {
            <NotificationBanner about=Banner::Success title=words.audit_verify_whole()>
                <p>{note}</p>
            </NotificationBanner>
            {counts}
        }
        .into_any(),
        Some(broken) => {
            view! { <h2>{words.audit_verify_broken()}</h2><WarningText text=place(words, broken)/>{counts} }.into_any()
        }
    }
}

fn place(words: &English, broken: &Break) -> String {
    let what = words.audit_tampering(match broken.tampering {
        Tampering::Changed => "changed",
        Tampering::Dropped => "dropped",
        Tampering::Inserted => "inserted",
        Tampering::Reordered => "reordered",
        Tampering::Truncated => "truncated",
        Tampering::Rewritten => "rewritten",
    });
    match broken.sequence {
        Some(number) => words.audit_at(number, what),
        None => what,
    }
}
