//! `/nominations/{id}`: where it stands, the case, what was known, what happened, and what the reader can do.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{Access, NominationAct, NominationId, Reason};
use operations::nominations::ActTold;
use operations::nominations::{Comparison, Story, compare_appeal, nomination};
use words::English;

use super::ask_waiver::ASKED;
use super::case::case;
use super::comparison::comparison;
use super::criteria::criteria;
use super::evidence::evidence;
use super::forms::{Typed, forms};
use super::letter::letters;
use super::list::job_of;
use super::waivers::waivers;
use super::{Named, ids};
use crate::components::summary_list::summary_list;
use crate::components::{Banner, ErrorSummary, NotificationBanner, person_link, table_scroll};
use crate::components::{time, when};
use crate::document::{Page, Script, respond};
use crate::failure::Failure;
use crate::visit::{self, Visit};

/// What the page after an act tells.
pub(super) const DONE: &str = "nomination-done";

pub(crate) async fn show(reader: visit::Reader, named: Named<NominationId>) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let whole = whole(visit, ids(named)?).await?;
    Ok(render(visit, StatusCode::OK, &whole, &Typed::default(), Vec::new()))
}

/// What stands on the page.
pub(super) struct Whole {
    pub(super) story: Story,
    /// What an appeal is about, for who may see it.
    appeal: Option<Comparison>,
}

pub(super) async fn whole(visit: &Visit, id: NominationId) -> Result<Whole, Failure> {
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    let story = nomination(store, ctx, id).await?;
    let appeal = if story.nominated.nomination.once.appealed {
        compare_appeal(store, ctx, id, &*visit.app.words).await?
    } else {
        None
    };
    Ok(Whole { story, appeal })
}

/// The page, with a form as it was typed and what stands against it.
pub(super) fn render(
    visit: &Visit,
    status: StatusCode,
    Whole { story, appeal }: &Whole,
    typed: &Typed,
    errors: Vec<(&'static str, String)>,
) -> Response {
    respond(visit, status, || {
        let words = &visit.app.words;
        let nomination = &story.nominated.nomination;
        let title = words.nomination_title(story.nominated.full_name.clone(), job_of(&story.ladder, &nomination.track));
        let done =
            (visit.notice.as_deref() == Some(DONE)).then(|| words.nomination_saved(nomination.revision.to_string()));
        let asked = (visit.notice.as_deref() == Some(ASKED)).then(|| words.waiver_done("ask"));
        let done = done.or(asked).or_else(|| crate::pages::waivers::done(words, visit.notice.as_deref()));
        let done = done.map(|title| view! { <NotificationBanner about=Banner::Success title/> });
        let possible = forms(words, story, typed, &errors);
        let body = view! {
            {done}
            <ErrorSummary errors/>
            <div class="page-head"><h1>{title.clone()}</h1></div>
            {summary(words, story)}
            <div class="columns">
                <div class="stack stack--wide">
                    {letters(words, story)}
                    {appeal.as_ref().map(|both| compared(words, both))}
                    {case(words, story)}
                    {criteria(words, story, typed)}
                    {waivers(words, story)}
                    {reviewers(visit, story)}
                    {history(words, &story.acts)}
                    {evidence(words, story)}
                </div>
                <section class="section" aria-labelledby="next">
                    <h2 id="next">{words.nomination_next()}</h2>
                    {possible}
                </section>
            </div>
        };
        let page = Page::new(title, body).below(vec![(words.nomination_list(), "/nominations".to_owned())]);
        if story.possible.contains(&NominationAct::EditCase) { page.with(Script::Draft) } else { page }
    })
}

fn summary(words: &English, story: &Story) -> AnyView {
    let (one, nominated) = (&story.nominated.nomination, &story.nominated);
    let day = |day: rules::Day| time(day, words.date(day));
    let name = nominated.full_name.clone();
    // Decisions are an auditor's to see; people's records are not.
    let candidate = if story.sees_record { person_link(&nominated.number, name) } else { name.into_any() };
    let state = words.nomination_state(one.state.code());
    let mut lines = vec![
        (words.nomination_candidate(), candidate),
        (words.nomination_stands(), view! { <strong class="tag">{state}</strong> }.into_any()),
        (words.nomination_since(), day(one.since_on)),
    ];
    let days = [
        (words.nomination_answer_by(), one.answer_by),
        (words.nomination_asked_on(), one.asked_on),
        (words.nomination_effective_on(), one.effective_on),
        (words.nomination_appeal_by(), one.appeal_by()),
    ];
    lines.extend(days.into_iter().filter_map(|(label, on)| Some((label, day(on?)))));
    summary_list(lines)
}

/// What was decided, beside the same day with the facts as they are corrected.
fn compared(words: &English, both: &Comparison) -> AnyView {
    let on = words.date(both.then.packet.as_of());
    view! {
        <section class="section" aria-labelledby="appeal-compared">
            <h2 id="appeal-compared">{words.compare_appeal()}</h2>
            <p class="soft">{words.compare_appeal_more(on)}</p>
            {comparison(words, both)}
        </section>
    }
    .into_any()
}

/// Where reviewers talk of it, for whoever is HR to it.
fn reviewers(visit: &Visit, story: &Story) -> Option<AnyView> {
    let viewer = &visit.signed_in.as_ref()?.viewer;
    let nominated = &story.nominated;
    let is_hr = viewer.has(Access::HrLead) || viewer.is_partner_of(nominated.site.as_deref());
    let is_own = viewer.employee == Some(nominated.nomination.employee);
    (nominated.nomination.told.hr && is_hr && !is_own).then(|| {
        let href = format!("/review/{}", nominated.nomination.id);
        view! { <p><a href=href>{visit.app.words.review_talk_link()}</a></p> }.into_any()
    })
}

fn history(words: &English, acts: &[ActTold]) -> AnyView {
    let row = |told: &ActTold| {
        let done = &told.done;
        let who = told.account_name.clone().unwrap_or_else(|| words.nomination_clock());
        let who = match &told.on_behalf_of_name {
            Some(manager) => words.nomination_for(who, manager.clone()),
            None => who,
        };
        let known = done.reasons.iter().filter_map(|code| Reason::from_code(code));
        let reasons = known.map(|reason| view! { <p>{words.nomination_reason(reason.code())}</p> }).collect_view();
        let said = done.words.clone().map(|text| view! { <p>{text}</p> });
        view! {
            <tr>
                <td>{when(words, done.acted_at)}</td>
                <th scope="row">
                    {words.nomination_act(done.act.code())} " " <span class="acts__who">{who}</span>
                </th>
                <td>{reasons}{said}</td>
            </tr>
        }
    };
    // Who writes on a case saves it many times; the last of them in a row stands for all.
    let is_saved_again = |pair: &[ActTold]| {
        let [one, next] = pair else { return false };
        let is_edit = |told: &ActTold| told.done.act == NominationAct::EditCase;
        is_edit(one) && is_edit(next) && one.done.account == next.done.account
    };
    let told = (0..acts.len()).filter(|at| !acts.get(*at..at + 2).is_some_and(is_saved_again)).map(|at| &acts[at]);
    let rows = told.map(row).collect_view();
    let table = view! {
            <table class="table acts">
                <caption class="visually-hidden">{words.nomination_history_caption()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.nomination_when()}</th>
                        <th scope="col">{words.nomination_what_and_who()}</th>
                        <th scope="col">{words.nomination_why()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
    };
    view! {
        <section class="section" aria-labelledby="history">
            <h2 id="history">{words.nomination_history()}</h2>
            {table_scroll(words.nomination_history_caption(), table.into_any())}
        </section>
    }
    .into_any()
}
