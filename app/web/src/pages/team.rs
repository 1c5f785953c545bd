//! `/team`: who reports to one, and where each of them stands on each track.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::Standing;
use operations::{Member, StoredAssessment, Team, list_team};
use rules::{Day, Ladder, Status, Track};
use serde::Deserialize;

use crate::app::App;
use crate::components::{Icon, empty, pagination, person_link, plain_tag, time, track_link};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::pages::people::row::{Stands, track_title};
use crate::visit::{Reader, urlencode};

/// So many people on a page.
const ON_A_PAGE: u32 = 50;
const PATH: &str = "/team";
/// Who can be picked out.
const SHOWN: &[Standing] = &[Standing::Now, Standing::Soon, Standing::Lapsing, Standing::CannotTell];

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    standing: String,
    after: String,
}

pub(crate) async fn show(reader: Reader, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let (app, ctx) = (&reader.visit.app, &reader.visit.ctx);
    let standing = Standing::from_code(&asked.standing);
    let after = (!asked.after.is_empty()).then_some(asked.after.as_str());
    let team = list_team(&app.store, ctx, standing, after, ON_A_PAGE).await?;
    Ok(respond(&reader.visit, StatusCode::OK, || {
        let body = page(app, &team, standing, after, ctx.today);
        Page::new(app.words.team_title(), body).wide()
    }))
}

/// The address of those who stand so, or of all.
pub(crate) fn address(standing: Option<Standing>) -> String {
    standing.map_or_else(|| PATH.to_owned(), |standing| format!("{PATH}?standing={}", standing.code()))
}

fn page(app: &App, team: &Team, standing: Option<Standing>, after: Option<&str>, today: Day) -> AnyView {
    let words = &app.words;
    if team.count.all == 0 {
        return view! {
            <h1>{words.team_title()}</h1>
            {empty(words.team_nobody_title(), words.team_nobody(), None)}
        }
        .into_any();
    }
    let body = match standing {
        Some(standing) if team.members.is_empty() => {
            let everyone = (words.team_everyone(), PATH.to_owned());
            empty(words.team_none_title(standing.code()), words.team_none(standing.code()), Some(everyone))
        }
        Some(_) | None => grid(app, team, standing, after, today),
    };
    view! {
        <div class="row row--apart">
            <h1>{words.team_title()}</h1>
            <p class="soft">{words.team_count(team.count.all)}</p>
        </div>
        {filters(app, team, standing)}
        {body}
    }
    .into_any()
}

fn filters(app: &App, team: &Team, chosen: Option<Standing>) -> AnyView {
    let words = &app.words;
    let item = |standing: Option<Standing>, text: String, count: u64| {
        let current = (standing == chosen).then_some("page");
        view! {
            <li>
                <a href=address(standing) aria-current=current>{text} " " <span class="soft">{count}</span></a>
            </li>
        }
    };
    let everyone = item(None, words.team_all(), team.count.all);
    let shown = SHOWN
        .iter()
        .map(|standing| item(Some(*standing), words.people_standing(standing.code()), team.count.of(*standing)));
    view! {
        <nav class="section-navigation" aria-label=words.team_who()>
            <ul role="list">{everyone}{shown.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

fn grid(app: &App, team: &Team, standing: Option<Standing>, after: Option<&str>, today: Day) -> AnyView {
    let words = &app.words;
    let tracks = tracks_of(&team.ladder, &team.members);
    let heads = tracks.iter().map(|track| {
        view! { <th scope="col">{track_title(words, &team.ladder, track, tracks.iter().copied(), today)}</th> }
    });
    let rows = team.members.iter().map(|member| row(app, &team.ladder, &tracks, member));
    let first = after.map(|_| address(standing));
    let next = team.next.as_ref().map(|last| {
        let separator = if standing.is_some() { '&' } else { '?' };
        format!("{}{separator}after={}", address(standing), urlencode(last))
    });
    let updating = (team.to_update > 0).then(|| {
        view! { <p class="small"><Icon name="notice"/> " " {words.people_updating(team.to_update)}</p> }
    });
    view! {
        <div class="stack stack--tight">
            {updating}
            <div class="table-scroll" role="region" aria-labelledby="team-caption" tabindex="0">
                <table class="table tracks-grid">
                    <caption class="visually-hidden" id="team-caption">{words.team_caption()}</caption>
                    <thead>
                        <tr><th scope="col">{words.people_name()}</th>{heads.collect_view()}</tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            {pagination(app, first, next)}
        </div>
    }
    .into_any()
}

/// The tracks that apply to anybody here, in the ladder's order.
fn tracks_of<'l>(ladder: &'l Ladder, members: &[Member]) -> Vec<&'l Track> {
    let applies = |track: &&Track| members.iter().any(|(_, stored)| stored.iter().any(|one| one.track == track.code));
    ladder.tracks.iter().filter(applies).collect()
}

fn row(app: &App, ladder: &Ladder, tracks: &[&Track], (person, stored): &Member) -> AnyView {
    let cells = tracks.iter().map(|track| {
        let stored = stored.iter().find(|one| one.track == track.code);
        let met = stored.and_then(|stored| met(track, stored));
        cell(app, &person.number, stored.map(|stored| Stands::of(&app.words, ladder, stored)), met)
    });
    view! {
        <tr><th scope="row">{person_link(&person.number, person.full_name.clone())}</th>{cells.collect_view()}</tr>
    }
    .into_any()
}

/// How many of a track's criteria are met by who is not eligible, and of how many.
fn met(track: &Track, stored: &StoredAssessment) -> Option<(u64, u64)> {
    let version = track.versions.iter().find(|one| one.effective_from == stored.criteria_effective_from)?;
    let (mut met, mut all) = (0, 0);
    for (_, state) in version.standing(&stored.states) {
        met += u64::from(state.is_met());
        all += 1;
    }
    (stored.decision.status != Status::Eligible && all > 0).then_some((met, all))
}

fn cell(app: &App, number: &str, stands: Option<Stands>, met: Option<(u64, u64)>) -> AnyView {
    let words = &app.words;
    let Some(stands) = stands else {
        return view! { <td><span class="missing">{words.team_not_for_them()}</span></td> }.into_any();
    };
    let date = match stands.date {
        Some(told) => time(told.day, told.say(words)),
        None => view! { <span class="missing">"–"</span> }.into_any(),
    };
    let inside = view! {
        <span>{plain_tag(&stands.standing)}</span>
        <span class="tracks-grid__date">{date}</span>
        {met.map(|(met, all)| view! { <span class="small soft">{words.team_met(met, all)}</span> })}
    };
    view! { <td>{track_link(number, &stands.track, inside.into_any())}</td> }.into_any()
}
