//! `/ladder`: the jobs there are and the ways between them; `/ladder/{track}`: what a way asks of anyone.

mod map;
mod track;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use operations::{StoredAssessment, own_tracks};
use rules::{Day, Entry, JobId, Ladder, TrackVersion};
use words::English;

use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::pages::people::row::Stands;
use crate::visit::Reader;

const PATH: &str = "/ladder";

/// The ladder as somebody sees it.
struct Seen<'a> {
    reader: &'a Reader,
    ladder: &'a Ladder,
    /// Where they stand themselves.
    own: &'a [StoredAssessment],
    today: Day,
}

pub(crate) async fn show(reader: Reader) -> Result<Response, Failure> {
    let (app, ctx) = (&reader.visit.app, &reader.visit.ctx);
    let (ladder, own) = own_tracks(&app.store, ctx).await?;
    let seen = Seen { reader: &reader, ladder: &ladder, own: &own, today: ctx.today };
    Ok(respond(&reader.visit, StatusCode::OK, || Page::new(app.words.ladder_title(), map::page(&seen))))
}

pub(crate) async fn show_track(reader: Reader, Path(code): Path<String>) -> Result<Response, Failure> {
    let (app, ctx) = (&reader.visit.app, &reader.visit.ctx);
    let (ladder, own) = own_tracks(&app.store, ctx).await?;
    let track = ladder.tracks.iter().find(|track| track.code == code).ok_or(Failure::Hidden)?;
    let version = track.version_on(ctx.today).or(track.versions.first()).ok_or(Failure::Hidden)?;
    let seen = Seen { reader: &reader, ladder: &ladder, own: &own, today: ctx.today };
    Ok(respond(&reader.visit, StatusCode::OK, || {
        let title = seen.title(version);
        Page::new(title, track::page(&seen, track, version)).below(vec![(app.words.ladder_title(), PATH.to_owned())])
    }))
}

impl Seen<'_> {
    fn words(&self) -> &English {
        &self.reader.visit.app.words
    }

    /// The job that the reader holds.
    fn here(&self) -> Option<JobId> {
        let job = &self.reader.me.employee.as_ref().filter(|own| own.left_on.is_none_or(|day| day >= self.today))?.job;
        let place = self.ladder.catalogue.jobs.iter().position(|one| one.code() == job)?;
        u16::try_from(place).ok().map(JobId)
    }

    /// Where the reader stands on a track.
    fn stands(&self, track: &str) -> Option<Stands> {
        let stored = self.own.iter().find(|one| one.track == track)?;
        Some(Stands::of(self.words(), self.ladder, stored))
    }

    /// "Promotion to Team Lead".
    fn title(&self, version: &TrackVersion) -> String {
        let job = self.ladder.catalogue.job(version.to).title.clone();
        self.words().ladder_track_title(version.kind.code(), job)
    }

    /// "12 to 18 months".
    fn typical(&self, version: &TrackVersion) -> Option<String> {
        let (least, most) = version.typical_months?;
        Some(if least == most { self.words().months(least) } else { self.words().ladder_months(least, most) })
    }
}

fn address(track: &str) -> String {
    format!("{PATH}/{}", crate::visit::urlencode(track))
}

/// What stands where nothing does.
fn none() -> AnyView {
    view! { <span class="missing">"–"</span> }.into_any()
}
