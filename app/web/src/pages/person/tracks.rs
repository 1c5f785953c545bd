//! Every track from the job held: status, date, a small timeline, and what it hangs on.

use leptos::prelude::*;
use operations::OnTrack;
use rules::{Day, Entry, Status, TrackVersion};

use super::Shown;
use crate::components::tag::{Standing, date_of_track, tag};
use crate::components::time::time;
use crate::components::timeline::small_multiple;
use crate::pictures::timeline::{Lines, Window};

pub(super) fn tracks(shown: &Shown<'_>) -> AnyView {
    let (words, reader) = (shown.words(), shown.reader());
    let title = words.person_tracks(reader.code());
    if shown.record.tracks.is_empty() {
        let none = words.person_no_tracks(reader.code(), reader.name().to_owned());
        let body = view! { <div class="empty"><p>{none}</p></div> };
        return shown.section("tracks", title, Some(body.into_any()));
    }
    let mut tracks: Vec<&OnTrack> = shown.record.tracks.iter().collect();
    tracks.sort_by_key(|on_track| nearness(on_track));
    let assessments = tracks.iter().map(|on_track| &on_track.assessment);
    let window = Window::of_assessments(shown.today, assessments);
    let rows = tracks.into_iter().filter_map(|on_track| row(shown, window, on_track)).collect_view();
    let table = view! {
        <div class="table-scroll" role="region" aria-label=words.person_tracks_caption() tabindex="0">
            <table class="table table--roomy">
                <caption class="visually-hidden">{words.person_tracks_caption()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.person_to()}</th>
                        <th scope="col">{words.person_status()}</th>
                        <th scope="col">{words.person_date()}</th>
                        <th scope="col">{words.person_ahead()}</th>
                        <th scope="col">{words.person_hangs_on()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    shown.section("tracks", title, Some(table.into_any()))
}

/// What is nearest comes first: what is open today, then by the day it will be, then by the day it could be.
fn nearness(on_track: &OnTrack) -> (bool, Day, Day) {
    let decision = &on_track.assessment.decision;
    let never = Day::FOREVER;
    let planned = on_track.assessment.plan.eligible_on;
    (decision.status != Status::Eligible, decision.earliest_on.unwrap_or(never), planned.unwrap_or(never))
}

fn row(shown: &Shown<'_>, window: Window, on_track: &OnTrack) -> Option<AnyView> {
    let (words, ladder, assessment) = (shown.words(), shown.ladder(), &on_track.assessment);
    let decision = &assessment.decision;
    let track = ladder.track(assessment.track);
    let version = track.versions.iter().find(|one| one.effective_from == assessment.criteria_effective_from)?;
    let href = format!("/people/{}/tracks/{}", shown.record.employee.number, track.code);
    let to = ladder.catalogue.job(version.to).title().to_owned();
    let standing = Standing::of_track(words, decision, assessment.as_of);
    let planned = || assessment.plan.eligible_on.map(|day| (day, words.timeline_planned(words.date(day))));
    let date = match date_of_track(words, decision).or_else(planned) {
        Some((day, told)) => time(day, told),
        None => words.person_no_date().into_any(),
    };
    let bars = Lines::of_track(assessment, &on_track.supposed).bars(window, assessment.as_of);
    Some(
        view! {
            <tr>
                <th scope="row"><a href=href>{to}</a></th>
                <td>{tag(&standing)}</td>
                <td>{date}</td>
                <td class="table__plot">{small_multiple(window, assessment.as_of, &bars)}</td>
                <td class="table__text">{hangs_on(shown, version, on_track)}</td>
            </tr>
        }
        .into_any(),
    )
}

/// The criteria that bind.
fn hangs_on(shown: &Shown<'_>, version: &TrackVersion, on_track: &OnTrack) -> AnyView {
    let (words, binding) = (shown.words(), &on_track.assessment.binding);
    if binding.is_empty() {
        return words.person_nothing_open().into_any();
    }
    let criteria = binding.iter().filter_map(|path| version.criterion(path));
    let headings = criteria.map(|criterion| view! { <li>{words.heading(shown.ladder(), criterion)}</li> });
    view! { <ul role="list">{headings.collect_view()}</ul> }.into_any()
}
