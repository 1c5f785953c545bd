//! What was frozen of a nomination, and each document as it is kept.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use model::{EvidenceId, NominationId};
use operations::nominations::FrozenEvidence;
use operations::nominations::{Story, nomination};
use words::English;

use super::{Named, ids};
use crate::components::{table_scroll, when};
use crate::failure::Failure;
use crate::visit;

pub(super) fn evidence(words: &English, story: &Story) -> AnyView {
    if story.evidence.is_empty() {
        return ().into_any();
    }
    let row = |one: &FrozenEvidence| {
        let href = format!("/nominations/{}/evidence/{}", one.nomination, one.id);
        let name = words.nomination_moment(one.moment.code());
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td>{when(words, one.frozen_at)}</td>
                <td><code class="digest">{one.digest.clone()}</code></td>
                <td>
                    <a href=href download>
                        {words.nomination_download()}<span class="visually-hidden">" " {name}</span>
                    </a>
                </td>
            </tr>
        }
    };
    let rows = story.evidence.iter().map(row).collect_view();
    let compare = format!("/nominations/{}/evidence/compare", story.nominated.nomination.id);
    let table = view! {
            <table class="table">
                <caption class="visually-hidden">{words.nomination_evidence_caption()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.nomination_what()}</th>
                        <th scope="col">{words.nomination_when()}</th>
                        <th scope="col">{words.nomination_digest()}</th>
                        <th scope="col"><span class="visually-hidden">{words.nomination_download()}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
    };
    view! {
        <section class="section" aria-labelledby="evidence">
            <h2 id="evidence">{words.nomination_evidence()}</h2>
            <p class="soft">{words.nomination_evidence_more()}</p>
            {table_scroll(words.nomination_evidence_caption(), table.into_any())}
            <p><a href=compare>{words.compare_see()}</a></p>
        </section>
    }
    .into_any()
}

/// The document, byte for byte: what `nextrung assess --packet` reads.
pub(crate) async fn download(
    reader: visit::Reader,
    named: Named<(NominationId, EvidenceId)>,
) -> Result<Response, Failure> {
    let (visit, (id, document)) = (&reader.visit, ids(named)?);
    let story = nomination(&visit.app.store, &visit.ctx, id).await?;
    let found = story.evidence.into_iter().find(|one| one.id == document).ok_or(Failure::Hidden)?;
    let name = format!("attachment; filename=\"{}-{}.json\"", found.moment.code(), found.id);
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, found.document).into_response())
}
