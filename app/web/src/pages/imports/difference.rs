//! What an upload would change: counts, the question whether to apply it, and line by line what is now and then.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::Upload;
use operations::import::{FewerRows, KindCount, Note, TellLine};
use words::English;

use super::parts::{LINES, above, counts, error_at, grouped, head, kinds, notes, pagination, table, told};
use super::receive::{address, mapping_address};
use super::staged::Numbered;
use crate::components::ErrorSummary;
use crate::document::{Page, respond};
use crate::visit::Visit;

/// How many lines of a difference are kept.
const MOST: u64 = 1000;

/// What a check found.
pub(super) struct Found {
    pub(super) changes: bool,
    pub(super) people: u64,
    pub(super) new_people: u64,
    pub(super) kinds: Vec<KindCount>,
    pub(super) fewer: Vec<FewerRows>,
    pub(super) notes: Vec<Note>,
}

/// The lines on this page, and after which they begin.
pub(super) struct Lines {
    pub(super) changes: Vec<Numbered>,
    pub(super) conflicts: Vec<Numbered>,
    pub(super) changes_after: i64,
    pub(super) conflicts_after: i64,
}

impl Found {
    fn sum(&self, of: impl Fn(&KindCount) -> u64) -> u64 {
        self.kinds.iter().map(of).sum()
    }

    fn changed(&self) -> u64 {
        self.sum(|one| one.added + one.corrected + one.confirmed + one.ended)
    }
}

pub(super) fn render(
    visit: &Visit,
    status: StatusCode,
    upload: &Upload,
    found: &Found,
    lines: Lines,
    errors: &[(&'static str, String)],
) -> Response {
    let words = &visit.app.words;
    respond(visit, status, || {
        let title = words.imports_checked_title(upload.name.clone());
        let all = counts(vec![
            (words.imports_counts_people(), found.people),
            (words.imports_counts_new_people(), found.new_people),
            (words.imports_counts_rows(), found.sum(|one| one.rows)),
            (words.imports_counts_added(), found.sum(|one| one.added)),
            (words.imports_counts_corrected(), found.sum(|one| one.corrected + one.confirmed)),
            (words.imports_counts_ended(), found.sum(|one| one.ended)),
            (words.imports_counts_unchanged(), found.sum(|one| one.unchanged)),
            (words.imports_counts_conflicts(), found.sum(|one| one.conflicts)),
        ]);
        let body = view! {
            <ErrorSummary errors=errors.to_vec()/>
            <div class="page-head">
                <h1>{title.clone()}</h1>
                <p class="soft">{words.imports_checked(told(words, upload.touched_at))}</p>
            </div>
            {all}
            {question(visit, upload, found, errors)}
            {changes(visit, upload, found, &lines)}
            {conflicts(visit, upload, found, &lines)}
            <section class="section" aria-labelledby="kinds">
                <h2 id="kinds">{words.imports_kinds()}</h2>
                {kinds(words, &found.kinds)}
            </section>
            {notes(words, &found.notes)}
        };
        Page::new(title, body).below(above(words))
    })
}

/// Whether to apply it; with fewer rows than last time only with a tick.
fn question(visit: &Visit, upload: &Upload, found: &Found, errors: &[(&'static str, String)]) -> AnyView {
    let words = &visit.app.words;
    let fewer = (!found.fewer.is_empty()).then(|| {
        let line = |one: &FewerRows| {
            let kind = words.imports_kind(one.kind.clone());
            view! { <li>{words.imports_fewer_line(kind, grouped(one.rows), grouped(one.last))}</li> }
        };
        let invalid = (!errors.is_empty()).then_some("true");
        view! {
            <fieldset class="fieldset">
                <legend class="legend">{words.imports_fewer()}</legend>
                <ul id="accept-hint">{found.fewer.iter().map(line).collect_view()}</ul>
                {error_at("accept", errors)}
                <div class="choice">
                    <input type="checkbox" id="accept" name="accept" value="fewer" aria-describedby="accept-hint"
                        aria-invalid=invalid/>
                    <label for="accept">{words.imports_fewer_accept()}</label>
                </div>
            </fieldset>
        }
    });
    let apply = found.changes.then(|| {
        view! {
            <button class="button" type="submit" name="act" value="apply">{words.imports_apply(found.changed())}</button>
        }
    });
    let nothing = (!found.changes).then(|| {
        view! {
            <div class="inset-text"><p><strong>{words.imports_nothing_title()}</strong></p>
            <p>{words.imports_nothing()}</p></div>
        }
    });
    let map = upload.mapping.is_some().then(|| {
        view! { <a class="button button--secondary" href=mapping_address(upload.id)>{words.imports_map()}</a> }
    });
    view! {
        {nothing}
        <form class="form" method="post" action=address(upload.id)>
            {fewer}
            <div class="button-group">
                {apply}
                {map}
                <button class="button button--secondary" type="submit" name="act" value="discard">
                    {words.imports_discard()}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn changes(visit: &Visit, upload: &Upload, found: &Found, lines: &Lines) -> Option<AnyView> {
    let (app, words) = (&visit.app, &visit.app.words);
    if lines.changes.is_empty() && lines.changes_after == 0 {
        return None;
    }
    let heads = vec![
        head(words.imports_person()),
        head(words.imports_what_column()),
        head(words.imports_now()),
        head(words.imports_then()),
    ];
    let row = |(_, line): &Numbered| {
        let before = values(words, line, Side::Before).map(|text| view! { <del>{text}</del> }.into_any());
        let after = values(words, line, Side::After).map(|text| view! { <ins>{text}</ins> }.into_any());
        row(words, line, before, after)
    };
    let first = (found.changed() > MOST).then(|| view! { <p>{words.imports_changes_first(MOST)}</p> });
    let shown = lines.changes.iter().take(LINES as usize);
    let pages = pages(visit, upload, &lines.changes, "changes", lines.changes_after);
    Some(
        view! {
            <section class="section" aria-labelledby="changes">
                <h2 id="changes">{words.imports_changes()}</h2>
                {first}
                {table(words.imports_changes(), heads, shown.map(row).collect())}
                {pagination(app, pages.0, pages.1)}
            </section>
        }
        .into_any(),
    )
}

fn conflicts(visit: &Visit, upload: &Upload, found: &Found, lines: &Lines) -> Option<AnyView> {
    let (app, words) = (&visit.app, &visit.app.words);
    if lines.conflicts.is_empty() && lines.conflicts_after == 0 {
        return None;
    }
    let heads = vec![
        head(words.imports_person()),
        head(words.imports_what_column()),
        head(words.imports_here()),
        head(words.imports_in_file()),
    ];
    let row = |(_, line): &Numbered| {
        let cell = |side| values(words, line, side).map(|text| text.into_any());
        row(words, line, cell(Side::Before), cell(Side::After))
    };
    let title = words.imports_conflicts(found.sum(|one| one.conflicts));
    let shown = lines.conflicts.iter().take(LINES as usize);
    let pages = pages(visit, upload, &lines.conflicts, "conflicts", lines.conflicts_after);
    Some(
        view! {
            <section class="section" aria-labelledby="conflicts">
                <h2 id="conflicts">{title.clone()}</h2>
                <p>{words.imports_conflicts_why()}</p>
                {table(title, heads, shown.map(row).collect())}
                {pagination(app, pages.0, pages.1)}
            </section>
        }
        .into_any(),
    )
}

/// The words and address of a page of lines.
type To = Option<(String, String)>;

fn pages(visit: &Visit, upload: &Upload, lines: &[Numbered], section: &str, after: i64) -> (To, To) {
    let (words, page) = (&visit.app.words, address(upload.id));
    let first = (after > 0).then(|| (words.imports_first(), format!("{page}#{section}")));
    let last = lines.get(LINES as usize - 1).filter(|_| lines.len() > LINES as usize);
    let next = last.map(|(last, _)| (words.imports_more(), format!("{page}?{section}={last}#{section}")));
    (first, next)
}

fn row(words: &English, line: &TellLine, before: Option<AnyView>, after: Option<AnyView>) -> AnyView {
    let none = || view! { <span class="missing">{words.imports_absent()}</span> }.into_any();
    let what = format!("{}: {}", words.imports_what(line.what.clone()), words.imports_kind(line.kind.clone()));
    let key = (!line.key.is_empty()).then(|| view! { <span class="soft">{line.key.clone()}</span> });
    view! {
        <tr>
            <th scope="row">{line.name.clone()} " " <span class="soft">{line.number.clone()}</span></th>
            <td>{what} " " {key}</td>
            <td>{before.unwrap_or_else(none)}</td>
            <td>{after.unwrap_or_else(none)}</td>
        </tr>
    }
    .into_any()
}

/// What is known, or what the file says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// A row's columns with their values; of what is withheld the names alone.
fn values(words: &English, line: &TellLine, side: Side) -> Option<String> {
    let (body, absent) = match side {
        Side::Before => (&line.before, "added"),
        Side::After => (&line.after, "ended"),
    };
    let is_withheld = matches!(line.kind.as_str(), "pay" | "identity") && line.what != absent;
    if is_withheld && line.columns.is_empty() {
        return Some(words.imports_withheld_row());
    }
    if is_withheld {
        return Some(words.imports_withheld(line.columns.join(", ")));
    }
    let pairs: Vec<String> = body.iter().map(|(column, value)| format!("{column}: {value}")).collect();
    (!pairs.is_empty()).then(|| pairs.join(", "))
}
