//! A table of a few rows: facts side by side, on a phone to be moved under the first of them.

use leptos::prelude::*;

use super::table_scroll;

/// A column: its heading, and what is in it.
pub(crate) struct Column {
    title: String,
    class: Option<&'static str>,
}

impl Column {
    /// Of words.
    pub(crate) fn words(title: String) -> Column {
        Column { title, class: None }
    }

    /// Of numbers, one below the other.
    pub(crate) fn numbers(title: String) -> Column {
        Column { title, class: Some("numeric") }
    }
}

/// Rows of cells, the first of each its heading. The caption is for those who do not see the heading above, `moved` for
/// those who come upon what can be moved.
pub(crate) fn small_table(caption: String, moved: String, columns: &[Column], rows: Vec<Vec<AnyView>>) -> AnyView {
    let heads = columns.iter().map(|column| {
        view! { <th scope="col" class=column.class>{column.title.clone()}</th> }
    });
    let row = |cells: Vec<AnyView>| {
        let cells = cells.into_iter().zip(columns).enumerate().map(|(at, (cell, column))| {
            if at == 0 {
                return view! { <th scope="row">{cell}</th> }.into_any();
            }
            view! { <td class=column.class>{cell}</td> }.into_any()
        });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    let table = view! {
        <table class="table">
            <caption class="visually-hidden">{caption}</caption>
            <thead><tr>{heads.collect_view()}</tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    };
    table_scroll(moved, table.into_any())
}
