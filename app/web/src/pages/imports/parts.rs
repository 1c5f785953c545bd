//! What the pages of imports are put together from.

use leptos::prelude::*;
use operations::import::{KindCount, Note};
use words::English;

use crate::app::App;
pub(super) use crate::components::time::{told, when};
use crate::components::{ErrorMessage, table_scroll};

/// How many lines stand on a page.
pub(super) const LINES: u32 = 50;

/// The list of imports, as the page above others.
pub(super) fn above(words: &English) -> Vec<(String, String)> {
    vec![(words.imports_title(), "/imports".to_owned())]
}

/// Counts, each with what it is; and how many.
pub(super) fn counts(counts: Vec<(String, u64)>) -> AnyView {
    let one = |(what, count): (String, u64)| view! { <div><dt>{what}</dt><dd>{grouped(count)}</dd></div> };
    view! { <dl class="counts">{counts.into_iter().map(one).collect_view()}</dl> }.into_any()
}

/// A number with its thousands apart.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut grouped = digits[..first].to_owned();
    for three in digits.as_bytes()[first..].chunks(3) {
        if !grouped.is_empty() {
            grouped.push(',');
        }
        grouped.extend(three.iter().map(|digit| char::from(*digit)));
    }
    grouped
}

/// A column's head, by what stands below it.
pub(super) enum Head {
    Text(String),
    Number(String),
}

pub(super) fn head(text: String) -> Head {
    Head::Text(text)
}

pub(super) fn numeric(text: String) -> Head {
    Head::Number(text)
}

/// A table that scrolls by itself where it is too wide.
pub(super) fn table(label: String, heads: Vec<Head>, rows: Vec<AnyView>) -> AnyView {
    let head = |head: Head| match head {
        Head::Text(text) => view! { <th scope="col">{text}</th> }.into_any(),
        Head::Number(text) => view! { <th scope="col" class="numeric">{text}</th> }.into_any(),
    };
    let table = view! {
        <table class="table">
            <caption class="visually-hidden">{label.clone()}</caption>
            <thead><tr>{heads.into_iter().map(head).collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    };
    table_scroll(label, table.into_any())
}

/// From page to page of a list.
pub(super) fn pagination(
    app: &App,
    first: Option<(String, String)>,
    next: Option<(String, String)>,
) -> Option<AnyView> {
    if first.is_none() && next.is_none() {
        return None;
    }
    let arrow = |name: &str| {
        let href = format!("{}#{name}", app.assets.icons);
        view! { <svg class="icon icon--directed" aria-hidden="true"><use href=href/></svg> }
    };
    let first = first.map(|(text, href)| {
        let arrow = arrow("previous");
        view! { <a class="pagination__previous" href=href>{arrow}{text}</a> }
    });
    let next = next.map(|(text, href)| {
        let arrow = arrow("next");
        view! { <a class="pagination__next" href=href rel="next">{text}{arrow}</a> }
    });
    Some(view! { <nav class="pagination" aria-label=app.words.imports_pages()>{first}{next}</nav> }.into_any())
}

/// What is wrong with a field, at the field.
pub(super) fn error_at(field: &'static str, errors: &[(&'static str, String)]) -> Option<AnyView> {
    let (_, text) = errors.iter().find(|(at, _)| *at == field)?;
    Some(view! { <ErrorMessage id=field text=text.clone()/> }.into_any())
}

/// What a field's hint and error are found by.
pub(super) fn described_by(field: &'static str, errors: &[(&'static str, String)]) -> String {
    let has_error = errors.iter().any(|(at, _)| *at == field);
    if has_error { format!("{field}-hint {field}-error") } else { format!("{field}-hint") }
}

/// How many of what, kind by kind.
pub(super) fn kinds(words: &English, kinds: &[KindCount]) -> AnyView {
    let row = |one: &KindCount| {
        let cells = [one.rows, one.added, one.corrected, one.confirmed, one.ended, one.unchanged, one.conflicts];
        let cells = cells.map(|count| view! { <td class="numeric">{grouped(count)}</td> });
        view! { <tr><th scope="row">{words.imports_kind(one.kind.clone())}</th>{cells.to_vec()}</tr> }.into_any()
    };
    let heads = vec![
        head(words.imports_kinds_column()),
        numeric(words.imports_counts_rows()),
        numeric(words.imports_counts_added()),
        numeric(words.imports_counts_corrected()),
        numeric(words.imports_counts_confirmed()),
        numeric(words.imports_counts_ended()),
        numeric(words.imports_counts_unchanged()),
        numeric(words.imports_counts_conflicts()),
    ];
    table(words.imports_kinds(), heads, kinds.iter().map(row).collect())
}

/// What is worth knowing beside.
pub(super) fn notes(words: &English, notes: &[Note]) -> Option<AnyView> {
    let say = |note: &Note| match note.clone() {
        Note::OtherLadder => words.imports_note_other_ladder(),
        Note::Stranger { file, reason } => words.imports_note_stranger(file, reason),
        Note::Ignored { file, column } => words.imports_note_ignored(file, column),
        Note::LeftEmpty { line, reason } => words.imports_note_left_empty(line, reason),
        Note::NewJob { code, title, rows } => words.imports_note_new_job(title, code, rows),
        Note::Mapped { rows, taken, skipped, refused } => words.imports_note_mapped(rows, taken, skipped, refused),
    };
    (!notes.is_empty()).then(|| {
        let lines = notes.iter().map(|note| view! { <li>{say(note)}</li> }).collect_view();
        view! {
            <section class="section" aria-labelledby="notes">
                <h2 id="notes">{words.imports_notes()}</h2>
                <ul>{lines}</ul>
            </section>
        }
        .into_any()
    })
}
