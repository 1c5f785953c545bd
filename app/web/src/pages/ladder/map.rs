//! The map: drawn, and as a table.

use leptos::prelude::*;
use rules::{JobId, Track, TrackKind};

use super::{Seen, address, none};
use crate::components::plain_tag;
use crate::pages::people::row::Stands;
use crate::pictures::ladder::{HALF, LEFT, Map, Placed, Way};

pub(super) fn page(seen: &Seen<'_>) -> AnyView {
    let words = seen.words();
    let here = seen.here();
    let you = here.map(|job| words.ladder_you(seen.ladder.catalogue.job(job).title.clone(), seen.own.len()));
    view! {
        <div class="page-head"><h1>{words.ladder_title()}</h1>{you.map(|you| view! { <p class="soft">{you}</p> })}</div>
        <section class="stack" aria-labelledby="map-title">
            <h2 id="map-title">{words.ladder_map()}</h2>
            {picture(seen, here)}
            <ul class="timeline__legend small" role="list">
                {legend(TrackKind::Promotion, words.track_kind(TrackKind::Promotion))}
                {legend(TrackKind::Lateral, words.track_kind(TrackKind::Lateral))}
            </ul>
        </section>
        <section class="section" aria-labelledby="list">
            <h2 id="list">{words.ladder_table()}</h2>
            {table(seen)}
        </section>
    }
    .into_any()
}

fn class_of(kind: TrackKind) -> &'static str {
    match kind {
        TrackKind::Promotion => "ladder-map__track",
        TrackKind::Lateral => "ladder-map__track ladder-map__track--lateral",
    }
}

fn legend(kind: TrackKind, text: String) -> AnyView {
    let line = view! { <line class=class_of(kind) x1="0" x2="32" y1="50%" y2="50%"/> };
    view! { <li><svg aria-hidden="true">{line}</svg>{text}</li> }.into_any()
}

fn picture(seen: &Seen<'_>, here: Option<JobId>) -> AnyView {
    let words = seen.words();
    let map = Map::of(seen.ladder, seen.today);
    let (right, bottom) = (map.width - 4, map.height - 10);
    let rungs = map.rungs.iter().map(|(level, y)| {
        let text = (*level > 0).then(|| {
            let y = (y + 5).to_string();
            view! { <text class="ladder-map__level" x="0" y=y>{words.ladder_level(*level)}</text> }
        });
        let y = y.to_string();
        view! {
            <line class="ladder-map__rung" x1=LEFT.to_string() x2=right.to_string() y1=y.clone() y2=y/>
            {text}
        }
    });
    // The ways from where one is lie above the others.
    let (own, others): (Vec<&Way>, Vec<&Way>) = map.ways.iter().partition(|way| Some(way.from) == here);
    let ways = others.into_iter().chain(own).map(|way| drawn_way(seen, way, here)).collect_view();
    let jobs = map.jobs.iter().map(|job| drawn_job(seen, &map, job, here)).collect_view();
    let rails = format!("M{LEFT} 10V{bottom}M{right} 10V{bottom}");
    view! {
        <figure class="ladder-map" role="region" aria-label=words.ladder_picture() tabindex="0">
            <svg
                viewBox=format!("0 0 {} {}", map.width, map.height)
                width=map.width.to_string()
                height=map.height.to_string()
                role="group"
                aria-label=words.ladder_map()
            >
                <defs>{marker("ladder-arrow", "16", "M2 2L13 8L2 14Z")}{marker("ladder-arrow-small", "10", "M1 4L8 8L1 12Z")}</defs>
                <path class="ladder-map__rail" d=rails/>
                {rungs.collect_view()}
                {ways}
                {jobs}
            </svg>
        </figure>
    }
    .into_any()
}

/// The head of an arrow, drawn in a square of 16.
fn marker(id: &'static str, size: &'static str, path: &'static str) -> AnyView {
    view! {
        <marker
            id=id
            markerUnits="userSpaceOnUse"
            viewBox="0 0 16 16"
            markerWidth=size
            markerHeight=size
            refX="6"
            refY="8"
            orient="auto"
        >
            <path class="ladder-map__arrow" d=path/>
        </marker>
    }
    .into_any()
}

fn drawn_way(seen: &Seen<'_>, way: &Way, here: Option<JobId>) -> AnyView {
    let title = |job: JobId| seen.ladder.catalogue.job(job).title.clone();
    let told = seen.words().ladder_way(way.kind.code(), title(way.from), title(way.to));
    let is_own = Some(way.from) == here;
    let state = seen.stands(&seen.ladder.track(way.track).code).filter(|_| is_own).map(|stands| stands.standing.code);
    let marker = if state.is_some() { "url(#ladder-arrow)" } else { "url(#ladder-arrow-small)" };
    view! {
        <path class=class_of(way.kind) d=way.path.clone() data-state=state marker-end=marker><title>{told}</title></path>
    }
    .into_any()
}

fn drawn_job(seen: &Seen<'_>, map: &Map, job: &Placed, here: Option<JobId>) -> AnyView {
    let words = seen.words();
    let title = seen.ladder.catalogue.job(job.job).title.clone();
    let is_here = Some(job.job) == here;
    let own = map.ways.iter().find(|way| Some(way.from) == here && way.to == job.job);
    let own = own.map(|way| &seen.ladder.track(way.track).code);
    let stands = own.and_then(|track| seen.stands(track));
    let below = if is_here { Some(words.ladder_here()) } else { stands.as_ref().map(|stands| told(seen, stands)) };
    let class = if is_here { "ladder-map__job ladder-map__job--here" } else { "ladder-map__job" };
    let href = match own {
        Some(track) => address(track),
        None => "#list".to_owned(),
    };
    let (left, top) = (job.x - job.width / 2, job.y - HALF);
    let badge = stands.as_ref().map(|stands| {
        let icon = format!("{}#{}", seen.reader.visit.app.assets.icons, stands.standing.icon);
        view! {
            <circle class="ladder-map__badge" cx=left.to_string() cy=top.to_string() r="11"/>
            <use
                class="icon"
                href=icon
                x=(left - 10).to_string()
                y=(top - 10).to_string()
                width="20"
                height="20"
            />
        }
    });
    let title_at = if below.is_some() { job.y - 3 } else { job.y + 5 };
    let below = below.map(|text| {
        view! { <text class="ladder-map__date" x=job.x.to_string() y=(job.y + 15).to_string()>{text}</text> }
    });
    view! {
        <g class=class data-state=stands.as_ref().map(|stands| stands.standing.code)>
            <a href=href>
                <rect
                    x=left.to_string()
                    y=top.to_string()
                    width=job.width.to_string()
                    height=(HALF * 2).to_string()
                    rx="2"
                />
                <text x=job.x.to_string() y=title_at.to_string()>{title}</text>
                {below}
                {badge}
            </a>
        </g>
    }
    .into_any()
}

/// The date where there is one, else the status: a box has room for one of them.
fn told(seen: &Seen<'_>, stands: &Stands) -> String {
    stands.date.map_or_else(|| stands.standing.word.clone(), |date| date.say(seen.words()))
}

fn table(seen: &Seen<'_>) -> AnyView {
    let words = seen.words();
    let rows = seen.ladder.tracks.iter().filter_map(|track| row(seen, track)).collect_view();
    view! {
        <div class="table-scroll" role="region" aria-labelledby="ladder-caption" tabindex="0">
            <table class="table">
                <caption class="visually-hidden" id="ladder-caption">{words.ladder_caption()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.ladder_to()}</th>
                        <th scope="col">{words.ladder_from()}</th>
                        <th scope="col">{words.ladder_kind()}</th>
                        <th scope="col">{words.ladder_typical()}</th>
                        <th scope="col">{words.ladder_stand()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(seen: &Seen<'_>, track: &Track) -> Option<AnyView> {
    let words = seen.words();
    let version = track.version_on(seen.today).or(track.versions.first())?;
    let stands = seen.stands(&track.code).map(|stands| {
        let date = stands.date.map(|told| view! { <br/>{told.say(words)} });
        view! { {plain_tag(&stands.standing)}{date} }.into_any()
    });
    let to = seen.ladder.catalogue.job(version.to).title.clone();
    Some(
        view! {
            <tr>
                <th scope="row"><a href=address(&track.code)>{to}</a></th>
                <td class="table__text">{words.one_of_jobs(seen.ladder, &version.from)}</td>
                <td>{words.track_kind(version.kind)}</td>
                <td>{seen.typical(version).map_or_else(none, IntoAny::into_any)}</td>
                <td>{stands.unwrap_or_else(none)}</td>
            </tr>
        }
        .into_any(),
    )
}
