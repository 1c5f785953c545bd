//! `/review/decide`: one act for several nominations: what would become of each, and then what did.

use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{NominationAct, Reason};
use operations::Error;
use operations::nominations::{
    At, Became, Decided, Decision, MOST_AT_ONCE, decide_several, look_at_several, rehearse_several,
};
use rules::Ladder;
use words::English;

use super::chosen::{CHOSEN, chosen, written};
use super::decision::{ACTS, Fault, Field, Typed};
use crate::components::small_table::{Column, small_table};
use crate::components::{
    Banner, Choices, Choose, ErrorSummary, NotificationBanner, Standing, TextInput, Textarea, Typed as Kind, empty, tag,
};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::form::{Faults, Told};
use crate::pages::nominations::job_of;
use crate::visit::{Reader, Visit};

type Pairs = Vec<(String, String)>;

/// The form, for those who were chosen.
pub(crate) async fn choose(reader: Reader, Query(form): Query<Pairs>) -> Result<Response, Failure> {
    asked(&reader.visit, StatusCode::OK, &chosen(&form), &Typed::default(), Told::default()).await
}

/// Shows what would become of each; once it was shown, does it, and tells of each what became of it.
pub(crate) async fn decide(reader: Reader, Form(form): Form<Pairs>) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let (store, ctx, words) = (&visit.app.store, &visit.ctx, &visit.app.words);
    let (chosen, typed) = (chosen(&form), Typed::of(&form));
    let parsed = typed.parse(words, ctx.today);
    let decision = match parsed {
        Ok(decision) if !chosen.is_empty() => decision,
        Ok(_) => return asked(visit, StatusCode::UNPROCESSABLE_ENTITY, &chosen, &typed, Told::default()).await,
        Err(faults) => {
            let told = faults.told(|fault: Fault| fault.say(words));
            return asked(visit, StatusCode::UNPROCESSABLE_ENTITY, &chosen, &typed, told).await;
        }
    };
    let is_shown = form.iter().any(|(name, value)| name == "step" && value == "apply");
    let done = if is_shown {
        decide_several(store, ctx, &chosen, &decision, &**words).await
    } else {
        rehearse_several(store, ctx, &chosen, &decision, &**words).await
    };
    let outcomes = match done {
        Ok(outcomes) => outcomes,
        Err(Error::NotNow(refusal)) => {
            let told = Faults::one(Field::Chosen, Fault::Refused(refusal)).told(|fault| fault.say(words));
            return asked(visit, StatusCode::UNPROCESSABLE_ENTITY, &chosen, &typed, told).await;
        }
        Err(error) => return Err(error.into()),
    };
    let ladder = operations::ladder_in_force(store, ctx).await?.ladder;
    Ok(if is_shown {
        render_done(visit, &ladder, &decision, outcomes)
    } else {
        render_preview(visit, &ladder, &decision, &typed, outcomes)
    })
}

fn page<V: IntoView>(words: &English, title: String, body: V) -> Page<V> {
    Page::new(title, body).below(vec![(words.review_title(), "/review".to_owned())])
}

/// The form as it was typed, with what is wrong with it.
async fn asked(
    visit: &Visit,
    status: StatusCode,
    chosen: &[At],
    typed: &Typed,
    told: Told,
) -> Result<Response, Failure> {
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    let seen = look_at_several(store, ctx, &chosen[..chosen.len().min(MOST_AT_ONCE)]).await?;
    let ladder = operations::ladder_in_force(store, ctx).await?.ladder;
    Ok(respond(visit, status, || {
        let words = &visit.app.words;
        let title = words.review_decide_title();
        let body = if seen.is_empty() {
            let queue = (words.review_decide_queue(), "/review".to_owned());
            let none = empty(words.review_decide_none_title(), words.review_decide_none(), Some(queue));
            view! { <h1>{title.clone()}</h1>{none} }.into_any()
        } else {
            let state = |one: &Decided| match &one.nominated {
                Some(nominated) => words.nomination_state(nominated.nomination.state.code()).into_any(),
                None => words.review_decide_not_there().into_any(),
            };
            let list = table(words, &ladder, words.review_decide_chosen_caption(), words.review_stands(), &seen, state);
            view! {
                <ErrorSummary errors=told.all()/>
                <div class="page-head"><h1>{title.clone()}</h1></div>
                <section class="section" aria-labelledby=CHOSEN>
                    <h2 id=CHOSEN>{words.review_decide_chosen()}</h2>
                    {list}
                </section>
                {form(words, chosen, typed, &told)}
            }
            .into_any()
        };
        page(words, title, body).with_form(&told, words)
    }))
}

fn form(words: &English, chosen: &[At], typed: &Typed, told: &Told) -> AnyView {
    let option = |act: &NominationAct| (act.code().to_owned(), words.nomination_do(act.code()));
    let acts = ACTS.iter().map(option).collect();
    let reason = |reason: &Reason| (reason.code().to_owned(), words.nomination_reason(reason.code()));
    let reasons = Reason::offered(NominationAct::Decline).iter().map(reason).collect();
    view! {
        <form class="form narrow" method="post" action="/review/decide" novalidate>
            {hidden(chosen.iter().map(|at| (CHOSEN, written(*at))))}
            <Choices
                name="act"
                choose=Choose::One
                legend=words.review_decide_act()
                options=acts
                error=told.of(Field::Act)
                chosen=vec![typed.act.clone()]
            />
            <TextInput
                name="on"
                label=words.review_decide_on()
                hint=words.review_decide_on_hint()
                error=told.of(Field::On)
                value=typed.on.clone()
                typed=Kind::Day
            />
            <Textarea name="why" label=words.review_decide_why() error=told.of(Field::Why) value=typed.why.clone()/>
            <Choices
                name="reasons"
                choose=Choose::Some
                legend=words.review_decide_reasons()
                options=reasons
                error=told.of(Field::Reasons)
                chosen=typed.reasons.clone()
            />
            <Textarea name="next" label=words.review_decide_next() error=told.of(Field::Next) value=typed.next.clone()/>
            <button class="button" type="submit">{words.review_decide_preview()}</button>
        </form>
    }
    .into_any()
}

fn hidden(fields: impl Iterator<Item = (&'static str, String)>) -> AnyView {
    fields.map(|(name, value)| view! { <input type="hidden" name=name value=value/> }).collect_view().into_any()
}

/// What would become of each, and what does it.
fn render_preview(
    visit: &Visit,
    ladder: &Ladder,
    decision: &Decision,
    typed: &Typed,
    outcomes: Vec<Decided>,
) -> Response {
    let words = &visit.app.words;
    let act = decision.act().code();
    let will = outcomes.iter().filter(|one| matches!(one.became, Became::Done(_))).count();
    let all: Vec<At> = outcomes.iter().map(|one| one.at).collect();
    respond(visit, StatusCode::OK, || {
        let title = words.review_decide_preview_title();
        let outcome = |one: &Decided| became(words, one, words.review_decide_will(act));
        let list = table(
            words,
            ladder,
            words.review_decide_preview_caption(),
            words.review_decide_outcome(),
            &outcomes,
            outcome,
        );
        let apply = if will == 0 {
            view! { <p>{words.review_decide_nothing()}</p> }.into_any()
        } else {
            let fields = all.iter().map(|at| (CHOSEN, written(*at))).chain(typed.fields());
            view! {
                <form class="form" method="post" action="/review/decide">
                    {hidden(fields.chain([("step", "apply".to_owned())]))}
                    <button class="button" type="submit">{words.review_decide_apply(act, will)}</button>
                </form>
            }
            .into_any()
        };
        let body = view! {
            <div class="page-head">
                <h1>{title.clone()}</h1>
                <p class="soft">{words.review_decide_preview_more()}</p>
            </div>
            {list}
            {apply}
            <details class="details">
                <summary>{words.review_decide_change()}</summary>
                {form(words, &all, typed, &Told::default())}
            </details>
        };
        page(words, title, body)
    })
}

/// What became of each.
fn render_done(visit: &Visit, ladder: &Ladder, decision: &Decision, outcomes: Vec<Decided>) -> Response {
    let words = &visit.app.words;
    let act = decision.act().code();
    let done = outcomes.iter().filter(|one| matches!(one.became, Became::Done(_))).count();
    respond(visit, StatusCode::OK, || {
        let title = words.review_decide_done_title(done);
        let about = if done == outcomes.len() { Banner::Success } else { Banner::Notice };
        let rest = words.review_decide_refused_count(outcomes.len() - done);
        let outcome = |one: &Decided| became(words, one, words.review_decide_done(act));
        let list =
            table(words, ladder, words.review_decide_done_caption(), words.review_decide_outcome(), &outcomes, outcome);
        let body = view! {
            <div class="page-head"><h1>{words.review_decide_title()}</h1></div>
            <NotificationBanner about title=title.clone()><p>{rest}</p></NotificationBanner>
            {list}
            <p><a class="button" href="/review">{words.review_decide_queue()}</a></p>
        };
        page(words, title, body)
    })
}

/// The chosen, a line each.
fn table(
    words: &English,
    ladder: &Ladder,
    caption: String,
    last: String,
    outcomes: &[Decided],
    tell: impl Fn(&Decided) -> AnyView,
) -> AnyView {
    let columns = [Column::words(words.review_candidate()), Column::words(words.review_to()), Column::words(last)];
    let row = |one: &Decided| match &one.nominated {
        None => vec![words.review_decide_not_there().into_any(), ().into_any(), tell(one)],
        Some(nominated) => {
            let href = format!("/nominations/{}", one.at.id);
            let name = view! { <a href=href>{nominated.full_name.clone()}</a> };
            vec![name.into_any(), job_of(ladder, &nominated.nomination.track).into_any(), tell(one)]
        }
    };
    small_table(caption.clone(), caption, &columns, outcomes.iter().map(row).collect())
}

/// What became, or would become, of one; of what was refused why.
fn became(words: &English, outcome: &Decided, done: String) -> AnyView {
    let shown = |code, icon, word| tag(&Standing { code, icon, word });
    let why = match &outcome.became {
        Became::Done(_) => return shown("met", "met", done),
        Became::NotTried => words.review_decide_not_tried_more(),
        Became::Refused(Error::NotNow(refusal)) => words.refusal(refusal),
        Became::Refused(Error::Denied(denied)) => words.error_denied(denied.act.code()),
        Became::Refused(Error::Store(_)) => words.error_unavailable(),
        Became::Refused(_) => words.error_hidden(),
    };
    let refused = match outcome.became {
        Became::NotTried => shown("unmet", "unmet", words.review_decide_not_tried()),
        _ => shown("unmet", "unmet", words.review_decide_refused()),
    };
    view! { <span class="signs">{refused}<span>{why}</span></span> }.into_any()
}
