//! `/people/{number}/holds`: whether somebody's moves are on hold, why, until when and by whom; a manager in the line
//! places a hold and ends it, HR renews it once.

mod forms;
mod view;

use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use operations::{Error, end_hold, holds_of_person, place_hold, renew_hold};

use crate::document::respond;
use crate::failure::Failure;
use crate::notice;
use crate::visit::{self, urlencode};
use forms::{Asked, Fault, Typed};

/// What the page after an act tells.
const PLACED: &str = "hold-placed";
const RENEWED: &str = "hold-renewed";
const ENDED: &str = "hold-ended";

/// Where the holds on somebody's moves are.
pub(super) fn address(number: &str) -> String {
    format!("/people/{}/holds", urlencode(number))
}

pub(crate) async fn show(reader: visit::Reader, Path(number): Path<String>) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let holds = holds_of_person(&visit.app.store, &visit.ctx, &number).await?;
    visit.app.read_log.note(&reader.viewer, holds.employee.id);
    Ok(respond(visit, StatusCode::OK, || view::page(visit, &holds, &Typed::default(), Vec::new())))
}

/// Does what was asked, or shows the page again with what was typed and what stands against it.
pub(crate) async fn act(
    reader: visit::Reader,
    Path(number): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (visit, words) = (&reader.visit, &reader.visit.app.words);
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    // Of whom one may not know there is no page, whatever is sent.
    let holds = holds_of_person(store, ctx, &number).await?;
    let asked = match typed.parse(words)? {
        Ok(asked) => asked,
        Err(faults) => {
            let told = faults.told(|fault| fault.tell(words)).all();
            return Ok(respond(visit, StatusCode::UNPROCESSABLE_ENTITY, || view::page(visit, &holds, &typed, told)));
        }
    };
    let done = match &asked {
        Asked::Place(new) => place_hold(store, ctx, &number, new).await.map(|_| PLACED),
        Asked::Renew(until_on) => renew_hold(store, ctx, &number, *until_on).await.map(|()| RENEWED),
        Asked::End => end_hold(store, ctx, &number).await.map(|()| ENDED),
    };
    match done {
        Ok(done) => Ok(notice::done(done, &address(&number))),
        Err(Error::NotNow(refusal)) => {
            let (status, faults) = Fault::of(&asked, refusal);
            let told = faults.told(|fault| fault.tell(words)).all();
            let now = holds_of_person(store, ctx, &number).await?;
            Ok(respond(visit, status, || view::page(visit, &now, &typed, told)))
        }
        Err(error) => Err(error.into()),
    }
}
