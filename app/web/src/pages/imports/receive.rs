//! Files come in: piece by piece, never whole in memory.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use model::{FactKind, Stage, UploadId};
use operations::import::{Arrival, MOST_BYTES, Meant, NotMeant, Room, begin_check, find_mapping};

use super::list::{Form, Start, render};
use crate::failure::Failure;
use crate::visit::{Reader, Visit};

/// The longest mapping, and the longest value of another field.
const LONGEST: usize = 64 << 10;
/// How much of an upload that is too large is read all the same, so that the browser hears why it was not taken.
const MOST_READ: u64 = 4 * MOST_BYTES;

pub(crate) async fn receive(reader: Reader, mut parts: Multipart) -> Result<Response, Failure> {
    let visit = &reader.visit;
    let mut arrival = Arrival::begin(&visit.app.store, &visit.ctx).await?;
    let (mut form, mut mapping_file, mut is_full) = (Form::default(), None, false);
    loop {
        let field = match parts.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(error) => return broke_off(visit, arrival, &error).await,
        };
        let taken = match field.name().unwrap_or_default() {
            "file" => file(&mut arrival, field, &mut is_full).await,
            "mapping" => text(field).await.map(|text| form.mapping = text.unwrap_or_default()),
            "mapping_file" => text(field).await.map(|text| match text {
                Some(text) if text.is_empty() => {}
                Some(text) => mapping_file = Some(text),
                None => form.errors.push(("mapping_file", visit.app.words.imports_mapping_long())),
            }),
            "replace" => text(field).await.map(|code| {
                form.replaced.extend(code.and_then(|code| FactKind::from_code(&code)));
            }),
            _ => Ok(()),
        };
        match taken {
            Ok(()) => {}
            Err(NotTaken::BrokeOff(error)) => return broke_off(visit, arrival, &error).await,
            Err(NotTaken::Failed(error)) => return Err(error.into()),
        }
    }
    if is_full {
        form.errors.push(("file", visit.app.words.imports_full(MOST_BYTES >> 20)));
    }
    if !form.errors.is_empty() {
        arrival.give_up().await?;
        return again(visit, form).await;
    }
    let mapping = match (mapping_file, form.mapping.as_str()) {
        (Some(text), _) => Some(text),
        (None, "") => None,
        (None, name) => Some(find_mapping(&visit.app.store, &visit.ctx, name).await?.text),
    };
    let meant = Meant { mapping, replaced: form.replaced.clone() };
    match arrival.finish(meant).await? {
        Ok(upload) if upload.stage == Stage::Unmapped => Ok(Redirect::to(&mapping_address(upload.id)).into_response()),
        Ok(upload) => {
            let run = begin_check(&visit.app.store, &visit.ctx, &super::clock(visit), upload.id).await?;
            super::set_off(visit, run).await;
            Ok(Redirect::to(&address(upload.id)).into_response())
        }
        Err(fault) => {
            let words = &visit.app.words;
            let text = match fault {
                NotMeant::NoFile => words.imports_no_file(),
                NotMeant::Empty(name) => words.imports_empty(name),
                NotMeant::SeveralExports => words.imports_several_exports(),
                NotMeant::NotOfABundle(name) => words.imports_not_of_a_bundle(name),
            };
            form.errors.push(("file", text));
            again(visit, form).await
        }
    }
}

/// Where an upload is shown.
pub(super) fn address(id: UploadId) -> String {
    format!("/imports/files/{id}")
}

/// Where its columns are mapped.
pub(super) fn mapping_address(id: UploadId) -> String {
    format!("/imports/files/{id}/mapping")
}

enum NotTaken {
    BrokeOff(MultipartError),
    Failed(operations::Error),
}

async fn file(arrival: &mut Arrival<'_>, mut field: Field<'_>, is_full: &mut bool) -> Result<(), NotTaken> {
    let name = field.file_name().unwrap_or_default().to_owned();
    if name.is_empty() {
        return Ok(());
    }
    arrival.file(&name);
    let mut read = 0;
    while let Some(bytes) = field.chunk().await.map_err(NotTaken::BrokeOff)? {
        read += bytes.len() as u64;
        if read > MOST_READ {
            break;
        }
        *is_full |= arrival.add(&bytes).await.map_err(NotTaken::Failed)? == Room::Full;
    }
    arrival.end_file().await.map_err(NotTaken::Failed)
}

/// A field as text; none where it is too long.
async fn text(mut field: Field<'_>) -> Result<Option<String>, NotTaken> {
    let mut text = Vec::new();
    while let Some(bytes) = field.chunk().await.map_err(NotTaken::BrokeOff)? {
        text.extend(bytes.iter().take(LONGEST + 1 - text.len()));
    }
    Ok((text.len() <= LONGEST).then(|| String::from_utf8_lossy(&text).into_owned()))
}

async fn broke_off(visit: &Visit, arrival: Arrival<'_>, error: &MultipartError) -> Result<Response, Failure> {
    tracing::debug!(cause = %error, "an upload broke off");
    arrival.give_up().await?;
    let errors = vec![("file", visit.app.words.imports_broke_off())];
    again(visit, Form { errors, ..Form::default() }).await
}

async fn again(visit: &Visit, form: Form) -> Result<Response, Failure> {
    render(visit, StatusCode::UNPROCESSABLE_ENTITY, &Start::default(), &form).await
}
