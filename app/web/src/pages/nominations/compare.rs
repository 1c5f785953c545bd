//! `/nominations/{id}/evidence/compare`: what was known at two moments, side by side: on consent, on the decision, on the appeal,
//! and today.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{EvidenceId, NominationId};
use operations::nominations::{Comparison, Known, compare_evidence};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as NoId;
use words::English;

use super::comparison::{comparison, known};
use super::list::job_of;
use super::{Named, ids};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::visit;

/// Which two, as an address names them; by itself the first and the last.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    then: String,
    now: String,
}

const CORRECTED: &str = "corrected";
const NOW: &str = "now";

/// What is no moment is not found.
fn read(text: &str) -> Result<Option<Known>, Failure> {
    Ok(match text {
        "" => None,
        CORRECTED => Some(Known::Corrected),
        NOW => Some(Known::Now),
        id => {
            let id: Result<EvidenceId, NoId> = EvidenceId::deserialize(id.into_deserializer());
            Some(Known::Frozen(id.map_err(|_| Failure::Hidden)?))
        }
    })
}

fn written(known: Known) -> String {
    match known {
        Known::Frozen(id) => id.to_string(),
        Known::Corrected => CORRECTED.to_owned(),
        Known::Now => NOW.to_owned(),
    }
}

pub(crate) async fn show(
    reader: visit::Reader,
    named: Named<NominationId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (visit, id) = (&reader.visit, ids(named)?);
    let words = &visit.app.words;
    let two = (read(&asked.then)?, read(&asked.now)?);
    let both = compare_evidence(&visit.app.store, &visit.ctx, id, two, &**words).await?;
    Ok(respond(visit, StatusCode::OK, || {
        let title = words.compare_title();
        let body = view! {
            <div class="page-head"><h1>{title.clone()}</h1></div>
            {choice(words, &both)}
            <section class="section" aria-labelledby="both">
                <h2 id="both">{about(words, &both)}</h2>
                {comparison(words, &both)}
            </section>
        };
        Page::new(title, body).below(vec![
            (words.nomination_list(), "/nominations".to_owned()),
            (about(words, &both), format!("/nominations/{id}")),
        ])
    }))
}

fn about(words: &English, both: &Comparison) -> String {
    let nominated = &both.nominated;
    words.nomination_title(nominated.full_name.clone(), job_of(both.now.packet.ladder(), &nominated.nomination.track))
}

/// Which two, where there are more.
fn choice(words: &English, both: &Comparison) -> Option<AnyView> {
    if both.offered.len() < 3 {
        return None;
    }
    let select = |name: &'static str, label: String, chosen: Known| {
        let option = |(one, moment, on): &(Known, Option<model::Moment>, rules::Day)| {
            let (value, selected) = (written(*one), *one == chosen);
            view! { <option value=value selected=selected>{known(words, *one, *moment, *on)}</option> }
        };
        let options = both.offered.iter().map(option).collect_view();
        view! {
            <div class="form-group">
                <label class="label" for=name>{label}</label>
                <select class="select" id=name name=name>{options}</select>
            </div>
        }
    };
    Some(
        view! {
            <form class="form form--inline" method="get">
                {select("then", words.compare_then(), both.then.known)}
                {select("now", words.compare_now(), both.now.known)}
                <button class="button button--secondary" type="submit">{words.compare_button()}</button>
            </form>
        }
        .into_any(),
    )
}
