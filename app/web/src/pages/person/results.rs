//! How a person is measured: each metric by month, and the reviews.

use std::collections::BTreeMap;

use leptos::prelude::*;
use rules::{Entry, MetricId, Month};

use super::Shown;
use super::achievements::table;
use crate::components::small_table::Column;

/// So many months are side by side; older ones are in nobody's way.
const MONTHS: i32 = 12;

pub(super) fn results(shown: &Shown<'_>) -> AnyView {
    let (words, catalogue) = (shown.words(), &shown.ladder().catalogue);
    let this_month = shown.today.month();
    let is_recent = |month: Month| (1..=MONTHS).contains(&month.months_until(this_month));
    let recent = shown.record.facts.results.iter().filter(|row| is_recent(row.month));
    let mut by_metric: BTreeMap<MetricId, BTreeMap<i32, String>> = BTreeMap::new();
    for row in recent {
        by_metric.entry(row.metric).or_default().insert(row.month.months_until(this_month), row.value.to_string());
    }
    let back = by_metric.values().flat_map(|months| months.keys().copied()).max();
    let back: Vec<i32> = (1..=back.unwrap_or(0)).rev().collect();
    if back.is_empty() {
        return shown.section("results", words.person_results(), None);
    }
    let heads = back.iter().map(|back| {
        let month = words.month(this_month.plus(-back));
        view! { <th scope="col" class="numeric">{month}</th> }
    });
    let rows = by_metric.iter().map(|(metric, months)| {
        let metric = catalogue.metric(*metric);
        let unit = metric.unit.as_ref().map_or("none".to_owned(), ToString::to_string);
        let values = back.iter().map(|back| match months.get(back) {
            Some(value) => view! { <td class="numeric">{value.clone()}</td> }.into_any(),
            None => view! { <td class="numeric"><span class="missing">{words.person_missing()}</span></td> }.into_any(),
        });
        let title = words.person_metric_unit(unit, metric.title().to_owned());
        view! { <tr><th scope="row">{title}</th>{values.collect_view()}</tr> }
    });
    let body = view! {
        <div class="table-scroll" role="region" aria-label=words.person_results_caption() tabindex="0">
            <table class="table">
                <caption class="visually-hidden">{words.person_results_caption()}</caption>
                <thead><tr><th scope="col">{words.person_metric()}</th>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    };
    shown.section("results", words.person_results(), Some(body.into_any()))
}

pub(super) fn reviews(shown: &Shown<'_>) -> AnyView {
    let words = shown.words();
    let columns = [Column::words(words.person_reviewed()), Column::numbers(words.person_rating())];
    let known = shown.record.facts.reviews.iter().rev().filter(|row| row.reviewed_on <= shown.today);
    let rows = known.map(|row| vec![shown.date(row.reviewed_on), row.rating.to_string().into_any()]);
    table(shown, "reviews", words.person_reviews(), &columns, rows.collect())
}
