//! `/moves`, for HR: those that are planned and were made, one of them, and what records one. `/moves.csv` is the same
//! for the HRIS.

mod export;
mod list;
mod new;
mod one;
mod place;
mod query;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use model::{Access, Move, MoveId, MoveKind};
use policy::Act;
use rules::{Entry, Ladder};
use words::English;

use crate::failure::Failure;
use crate::visit::{Reader, Visit, urlencode};

pub(crate) use list::{export, show};
pub(crate) use new::{record, show_new};
pub(crate) use one::{call_off, show_one};
pub(in crate::pages) use place::{PlaceFields, PlaceTyped, place};

const PATH: &str = "/moves";

/// A visit of HR. Others are told who it is for.
pub(crate) struct Hr(pub(crate) Visit);

impl<S: Sync> FromRequestParts<S> for Hr {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Hr, Failure> {
        let Reader { visit, viewer, .. } = Reader::from_request_parts(parts, state).await?;
        let is_hr = viewer.has(Access::HrPartner) || viewer.has(Access::HrLead);
        if is_hr { Ok(Hr(visit)) } else { Err(Failure::Denied(Act::RecordMove)) }
    }
}

/// Where a move is.
pub(in crate::pages) fn address(id: MoveId) -> String {
    format!("{PATH}/{id}")
}

/// Where HR records a move, of somebody where their number is given.
pub(in crate::pages) fn address_of_new(number: Option<&str>) -> String {
    number.map_or_else(|| format!("{PATH}/new"), |number| format!("{PATH}/new?number={}", urlencode(number)))
}

/// "Promotion to Team Lead".
pub(in crate::pages) fn told(words: &English, ladder: &Ladder, one: &Move) -> String {
    told_by(words, ladder, (one.kind, &one.from_job, &one.job))
}

/// The same of one that is known by its kind and its two jobs.
pub(in crate::pages) fn told_by(
    words: &English,
    ladder: &Ladder,
    (kind, from_job, job): (MoveKind, &str, &str),
) -> String {
    let (kind, title) = (kind.code(), job_of(ladder, job));
    if job == from_job { words.move_within_job(kind, title) } else { words.move_to_job(kind, title) }
}

/// What a job is called; of one that is no longer on the ladder its code.
pub(in crate::pages) fn job_of(ladder: &Ladder, code: &str) -> String {
    let job = ladder.catalogue.jobs.iter().find(|job| job.code() == code);
    job.map_or_else(|| code.to_owned(), |job| job.title().to_owned())
}
