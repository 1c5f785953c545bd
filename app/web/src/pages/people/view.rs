//! What the directory shows.

use leptos::prelude::*;
use model::Standing;
use operations::{Directory, Search, Sort};
use rules::Entry;

use super::query::Asked;
use super::row::{Row, track_title};
use super::{MOST_COUNTED, ON_A_PAGE};
use crate::app::App;
use crate::components::{Icon, empty, pagination, person_link, plain_tag, select, time};
use crate::visit::Reader;

const PATH: &str = "/people";
/// The form that takes whom one ticks.
const SEVERAL: &str = "several";

pub(super) fn page(reader: &Reader, asked: &Asked, search: &Search, found: &Directory) -> AnyView {
    let app = &reader.visit.app;
    let words = &app.words;
    let nobody = found.page.people.is_empty();
    let export = (!nobody).then(|| {
        let href = asked.first_page().address("/people.csv");
        view! {
            <a class="button button--secondary button--small" href=href>
                <Icon name="download"/> {words.people_export()}
            </a>
        }
    });
    let body = if nobody { none(app, asked) } else { list(reader, asked, search, found) };
    // Where there is nobody to look for, nothing asks for whom.
    let filters = (!nobody || asked.narrows()).then(|| filters(reader, asked, found));
    view! {
        <div class="row row--apart"><h1>{words.people_title()}</h1>{export}</div>
        {filters}
        {body}
    }
    .into_any()
}

fn none(app: &App, asked: &Asked) -> AnyView {
    let words = &app.words;
    if asked.narrows() {
        let everyone = (words.people_everyone(), PATH.to_owned());
        empty(words.people_no_match_title(), words.people_no_match(), Some(everyone))
    } else {
        empty(words.people_nobody_title(), words.people_nobody(), None)
    }
}

fn filters(reader: &Reader, asked: &Asked, found: &Directory) -> AnyView {
    let words = &reader.visit.app.words;
    let today = reader.visit.ctx.today;
    let ladder = &found.ladder;
    let sites = found.sites.iter().map(|site| (site.clone(), site.clone())).collect();
    let jobs = ladder.catalogue.jobs.iter().map(|job| (job.code().to_owned(), job.title.clone())).collect();
    let title = |track: &rules::Track| track_title(words, ladder, track, &ladder.tracks, today);
    let track = |track: &rules::Track| (track.code.to_string(), title(track));
    let tracks = ladder.tracks.iter().filter(|one| one.version_on(today).is_some()).map(track).collect();
    let standing = |standing: &Standing| (standing.code().to_owned(), words.people_standing(standing.code()));
    let standings = Standing::ALL.iter().map(standing).collect();
    let sort = (!asked.sort.is_empty()).then(|| view! { <input type="hidden" name="sort" value=asked.sort.clone()/> });
    view! {
        <form class="form form--inline" method="get" action=PATH role="search" aria-label=words.people_title()>
            <div class="form-group form-group--grow">
                <label class="label" for="q">{words.people_search()}</label>
                <input class="input" id="q" name="q" type="search" value=asked.q.clone()/>
            </div>
            {select("site", words.people_site(), words.people_any_site(), sites, &asked.site)}
            {select("job", words.people_job(), words.people_any_job(), jobs, &asked.job)}
            {select("track", words.people_track(), words.people_any_track(), tracks, &asked.track)}
            {select("standing", words.people_status(), words.people_any_status(), standings, &asked.standing)}
            {sort}
            <button class="button" type="submit"><Icon name="search"/> {words.people_find()}</button>
        </form>
    }
    .into_any()
}

fn list(reader: &Reader, asked: &Asked, search: &Search, found: &Directory) -> AnyView {
    let app = &reader.visit.app;
    let words = &app.words;
    let today = reader.visit.ctx.today;
    let rows = found.page.people.iter().map(|listed| Row::of(words, &found.ladder, search, listed, today));
    let chooses = reader.me.leads;
    let own = reader.me.employee.as_ref().map(|own| own.number.as_str());
    let choice = |row: &Row| chooses.then(|| choice(app, row, own));
    let rows = rows.map(|row| table_row(app, &row, choice(&row))).collect_view();
    let first = asked.after().map(|_| asked.first_page().address(PATH));
    let next = found.page.next.as_ref().map(|last| asked.on_from(last).address(PATH));
    let track = if search.track.is_some() { words.people_track() } else { words.people_nearest() };
    let head = |sort: Option<Sort>, text: String, class: &'static str| column(asked, search, sort, text, class);
    let by_date = search.track.is_some().then_some(Sort::DueOn);
    let table = view! {
            <div class="table-scroll" role="region" aria-labelledby="people-caption" tabindex="0">
                <table class="table table--dense">
                    <caption class="visually-hidden" id="people-caption">
                        {words.people_caption(search.sort.code())}
                    </caption>
                    <thead>
                        <tr>
                            {head(Some(Sort::Name), words.people_name(), "")}
                            {head(None, words.people_number(), "numeric")}
                            {head(Some(Sort::Job), words.people_job(), "")}
                            {head(None, words.people_site(), "")}
                            {head(Some(Sort::HiredOn), words.people_hired(), "")}
                            {head(None, track, "")}
                            {head(None, words.people_status(), "")}
                            {head(by_date, words.people_on(), "")}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
    };
    let several = chooses.then(|| {
        view! {
            <form id=SEVERAL method="get" action="/nominations/several">
                <input type="hidden" name="track" value=asked.track.clone()/>
                <button class="button button--secondary button--small" type="submit">{words.several_chosen()}</button>
            </form>
        }
    });
    view! {
        <div class="stack stack--tight">
            <p class="small soft">{counted(reader, found)}</p>
            {updating(app, found.to_update)}
            {several}
            {table}
            {pagination(app, first, next)}
        </div>
    }
    .into_any()
}

/// How many are looked for, and how many of them are here.
fn counted(reader: &Reader, found: &Directory) -> String {
    let words = &reader.visit.app.words;
    let here = found.page.people.len();
    let own = reader.me.employee.as_ref().map(|own| own.id);
    match found.count {
        Some(1) if found.page.people.first().map(|(person, _)| person.id) == own => words.people_only_you(),
        Some(count) if count <= ON_A_PAGE && count as usize == here => words.people_all(here),
        Some(count) => words.people_some(here, count),
        None => words.people_many(here, MOST_COUNTED),
    }
}

fn updating(app: &App, people: u64) -> Option<AnyView> {
    let text = (people > 0).then(|| app.words.people_updating(people))?;
    Some(view! { <p class="small"><Icon name="notice"/> " " {text}</p> }.into_any())
}

/// A column's head; by which one can sort, a link that does.
fn column(asked: &Asked, search: &Search, sort: Option<Sort>, text: String, class: &'static str) -> AnyView {
    let class = (!class.is_empty()).then_some(class);
    let Some(sort) = sort else {
        return view! { <th scope="col" class=class>{text}</th> }.into_any();
    };
    let is_sorted = search.sort == sort || (search.sort == Sort::DueOn && search.track.is_none() && sort == Sort::Name);
    let (order, mark) = if is_sorted { (Some("ascending"), "ascending") } else { (None, "sortable") };
    let href = asked.sorted(sort).address(PATH);
    view! { <th scope="col" class=class aria-sort=order><a href=href>{text}<Icon name=mark/></a></th> }.into_any()
}

/// What chooses somebody; nobody chooses themselves.
fn choice(app: &App, row: &Row, own: Option<&str>) -> AnyView {
    let (label, number) = (app.words.several_choose(row.name.clone()), row.number.clone());
    let field = (own != Some(row.number.as_str()))
        .then(|| view! { <input type="checkbox" form=SEVERAL name="number" value=number aria-label=label/> });
    field.into_any()
}

fn table_row(app: &App, row: &Row, choice: Option<AnyView>) -> AnyView {
    let words = &app.words;
    let none = || view! { <span class="missing">"–"</span> }.into_any();
    let text = |text: &Option<String>| text.clone().map_or_else(none, IntoAny::into_any);
    let left = row.left_on.map(|day| time(day, words.people_left(words.date(day))));
    let stands = row.stands.as_ref();
    let date = stands.and_then(|stands| stands.date).map_or_else(none, |told| time(told.day, told.say(words)));
    view! {
        <tr>
            <th scope="row"><div class="table__choice">{choice}{person_link(&row.number, row.name.clone())}</div></th>
            <td class="numeric">{row.number.clone()}</td>
            <td class="table__text">{row.job.clone()}</td>
            <td>{text(&row.site)}</td>
            <td>{left.unwrap_or_else(|| time(row.hired_on, words.date(row.hired_on)))}</td>
            <td class="table__text">{stands.map_or_else(none, |stands| stands.to.clone().into_any())}</td>
            <td>{stands.map_or_else(none, |stands| plain_tag(&stands.standing))}</td>
            <td>{date}</td>
        </tr>
    }
    .into_any()
}
