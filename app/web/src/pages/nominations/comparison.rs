//! Two moments of a nomination side by side: the answer, each criterion, the facts, what is asked.

use leptos::prelude::*;
use model::Moment;
use operations::nominations::{
    Comparison, CriteriaChange, CriteriaPart, FactChange, FindingChange, FrozenFinding, Known, PacketRow, Shown,
};
use rules::Day;
use words::English;

use crate::components::small_table::{Column, small_table};
use crate::components::tag::{Standing, plain_tag};

/// All of it, each part below a heading.
pub(super) fn comparison(words: &English, both: &Comparison) -> AnyView {
    let nothing = both.changes.is_empty().then(|| view! { <p class="inset-text">{words.compare_nothing()}</p> });
    view! {
        {nothing}
        <h3>{words.compare_answer()}</h3>
        {answer(words, both)}
        <h3>{words.compare_criteria()}</h3>
        {criteria(words, both)}
        <h3>{words.compare_facts()}</h3>
        {facts(words, both)}
        {asked(words, both)}
    }
    .into_any()
}

/// From which day on, where that is still to come.
fn ahead(shown: &Shown) -> Option<Day> {
    shown.packet.decision().earliest_on.filter(|day| *day > shown.packet.as_of())
}

/// What a moment is called.
pub(super) fn known(words: &English, known: Known, moment: Option<Moment>, on: Day) -> String {
    let code = match (known, moment) {
        (Known::Frozen(_), Some(moment)) => moment.code(),
        (Known::Corrected, _) => "corrected",
        (Known::Frozen(_), None) | (Known::Now, _) => "now",
    };
    words.compare_known(code, words.date(on))
}

/// A table whose second column is then, and whose third is now.
fn beside(words: &English, both: &Comparison, caption: String, first: String, rows: Vec<[AnyView; 4]>) -> AnyView {
    let title = |shown: &Shown| known(words, shown.known, shown.moment, shown.packet.as_of());
    let columns = [first, title(&both.then), title(&both.now), words.compare_changed()].map(Column::words);
    small_table(caption, words.compare_moved(), &columns, rows.into_iter().map(Vec::from).collect())
}

/// Said in a word, for those who see no difference of color, and for those who hear it.
fn changed(words: &English, is_changed: bool) -> AnyView {
    if is_changed {
        view! { <strong>{words.compare_changed()}</strong> }.into_any()
    } else {
        view! { <span class="soft">{words.compare_same()}</span> }.into_any()
    }
}

fn answer(words: &English, both: &Comparison) -> AnyView {
    let (then, now) = (&both.then.packet, &both.now.packet);
    let (before, after) = (then.decision(), now.decision());
    let line = |what: String, before: String, after: String| {
        let is_changed = before != after;
        [what.into_any(), before.into_any(), after.into_any(), changed(words, is_changed)]
    };
    let day = |day: Option<Day>| day.map_or_else(|| words.compare_none(), |day| words.date(day));
    let mut rows = vec![line(words.compare_status(), words.status(before.status), words.status(after.status))];
    let days = [
        (words.compare_since(), before.eligible_since, after.eligible_since),
        (words.compare_earliest(), ahead(&both.then), ahead(&both.now)),
        (words.compare_until(), before.lapses_on.map(Day::previous), after.lapses_on.map(Day::previous)),
    ];
    let days = days.into_iter().filter(|(_, before, after)| before.is_some() || after.is_some());
    rows.extend(days.map(|(what, before, after)| line(what, day(before), day(after))));
    let of = |packet: Day| words.date(packet);
    rows.push(line(words.compare_criteria_of(), of(then.criteria_effective_from()), of(now.criteria_effective_from())));
    let engine = |version: &str| version.to_owned();
    rows.push(line(words.compare_engine(), engine(then.engine_version()), engine(now.engine_version())));
    beside(words, both, words.compare_answer_caption(), words.compare_what(), rows)
}

fn criteria(words: &English, both: &Comparison) -> AnyView {
    let as_of = &both.changes.as_of;
    let side = |finding: &Option<FrozenFinding>, as_of: Day| match finding {
        None => view! { <span class="missing">{words.compare_not_asked()}</span> }.into_any(),
        Some(finding) => {
            let standing = Standing::of_state(words, finding.state, finding.lapses_on, as_of);
            view! { {plain_tag(&standing)}<p>{finding.summary.clone()}</p> }.into_any()
        }
    };
    let row = |pair: &FindingChange| {
        let kind = pair.after.as_ref().or(pair.before.as_ref()).map(|finding| words.kind(finding.kind));
        [
            kind.unwrap_or_default().into_any(),
            side(&pair.before, as_of.before),
            side(&pair.after, as_of.after),
            changed(words, pair.is_otherwise(as_of)),
        ]
    };
    let rows = both.criteria.iter().map(row).collect();
    beside(words, both, words.compare_criteria_caption(), words.compare_criterion(), rows)
}

fn facts(words: &English, both: &Comparison) -> AnyView {
    if both.changes.facts.is_empty() {
        return view! { <p>{words.compare_facts_none()}</p> }.into_any();
    }
    let row = |change: &FactChange| {
        let code = match (&change.before, &change.after) {
            (None, _) => "added",
            (_, None) => "gone",
            (Some(_), Some(_)) => "corrected",
        };
        let key = change.key.clone();
        let fact = view! { {words.imports_kind(change.file)}" "<code>{key}</code> }.into_any();
        let (before, after) = (told(words, &change.before, &change.after), told(words, &change.after, &change.before));
        [fact, before, after, view! { <strong>{words.compare_fact_change(code)}</strong> }.into_any()]
    };
    let rows = both.changes.facts.iter().map(row).collect();
    beside(words, both, words.compare_facts_caption(), words.compare_fact(), rows)
}

/// A row by its columns: where there is another, those in which they differ.
fn told(words: &English, row: &Option<PacketRow>, other: &Option<PacketRow>) -> AnyView {
    let differs = |column: &str| {
        other.as_ref().is_none_or(|other| other.get(column) != row.as_ref().and_then(|row| row.get(column)))
    };
    let pairs = row.iter().flatten().filter(|(column, _)| differs(column));
    let pairs: Vec<String> = pairs.map(|(column, value)| format!("{column}: {value}")).collect();
    if pairs.is_empty() {
        return view! { <span class="missing">{words.compare_none()}</span> }.into_any();
    }
    view! { <code>{pairs.join(", ")}</code> }.into_any()
}

fn asked(words: &English, both: &Comparison) -> Option<AnyView> {
    if both.changes.criteria.is_empty() {
        return None;
    }
    let text = |text: &Option<String>| match text {
        Some(text) => view! { <code>{text.clone()}</code> }.into_any(),
        None => view! { <span class="missing">{words.compare_not_asked()}</span> }.into_any(),
    };
    let row = |change: &CriteriaChange| {
        let part = match &change.part {
            CriteriaPart::Key(key) => (*key).to_owned(),
            CriteriaPart::Criterion(name) => name.clone(),
            CriteriaPart::Entry(kind, code) => format!("{kind} {code}"),
        };
        let part = view! { <code>{part}</code> }.into_any();
        [part, text(&change.before), text(&change.after), changed(words, true)]
    };
    let rows = both.changes.criteria.iter().map(row).collect();
    let table = beside(words, both, words.compare_asked_caption(), words.compare_asked_part(), rows);
    Some(view! { <h3>{words.compare_asked()}</h3> {table} }.into_any())
}
