//! Every statement under `queries/` runs in the conformance suite on both engines, with rows to decode; both engines
//! plan each of them, and none walks through a table that grows unless it says here why.

use std::collections::BTreeSet;

use sqlx::{AssertSqlSafe, PgConnection, Row, SqliteConnection};
use store::Executed;

use crate::conformance;
use crate::database::{Database, Engine, Raw, on_each_engine};
use crate::queries::statements;

on_each_engine! {
    every_statement_runs_and_is_planned_and_none_walks_through_a_table_that_grows,
}

/// Statements that do go through all of something, what, and why that is right.
const WALKS: &[(&str, &str)] = &[
    ("audit/any_unsealed", "no more than the first is read"),
    ("audit/count_unsealed", "what waits to be sealed is emptied every second"),
    ("audit/lost", "what waits to be sealed is emptied every second"),
    ("audit/unsealed", "what waits to be sealed is emptied every second"),
    ("company/count", "everything is counted, for a backup"),
    ("daily_jobs/done", "a row for each of a handful of jobs"),
    ("employees/awaiting", "its index holds nobody but those who wait"),
    ("employees/count_awaiting", "its index holds nobody but those who wait"),
    ("employees/bump_all", "everyone is meant: a new ladder judges them all"),
    ("employees/sample", "once a night"),
    ("nominations/hear_of_all", "its index holds nothing but what waits for HR"),
    ("ladders/in_force", "no more than the first of its index is read"),
    ("ladders/in_force_id", "no more than the first of its index is read"),
    ("reporting_lines/clear", "all of them are meant"),
    ("reporting_lines/rebuild", "all of them are meant"),
    ("waivers/count_open", "its index holds none but those that wait"),
];

async fn every_statement_runs_and_is_planned_and_none_walks_through_a_table_that_grows(engine: Engine) {
    let executed = conformance::run(engine).await;
    let names: BTreeSet<&str> = executed.iter().map(|one| one.name.split(", ").next().unwrap()).collect();
    let never: Vec<_> = statements().into_iter().filter(|name| !names.contains(name.as_str())).collect();
    assert!(never.is_empty(), "{engine:?}: these never ran: {never:?}");
    for Executed { name, .. } in &executed {
        let twin = match name.split_once(", ") {
            Some((name, "any")) => format!("{name}, visible"),
            Some((name, _)) => format!("{name}, any"),
            None => continue,
        };
        assert!(executed.iter().any(|one| one.name == twin), "{engine:?}: {twin} never ran");
    }
    let database = Database::new(engine).await;
    let mut raw = database.place.connect().await;
    let mut found = Vec::new();
    for Executed { name, text, .. } in executed {
        let walks = match &mut raw {
            Raw::Sqlite(connection) => walks_of_sqlite(connection, name, text).await,
            Raw::Postgres(connection) => walks_of_postgres(connection, name, text).await,
        };
        if !WALKS.iter().any(|(walks, _)| *walks == name) {
            found.extend(walks.into_iter().map(|walk| format!("{name}: {walk}")));
        }
    }
    assert!(found.is_empty(), "{engine:?}:\n{}", found.join("\n"));
}

/// A scan that is neither of a constant, nor of a JSON array that was handed in, nor of an intermediate result.
async fn walks_of_sqlite(connection: &mut SqliteConnection, name: &str, text: &str) -> Vec<String> {
    let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {text}"));
    let plan = sqlx::query(explain).fetch_all(connection).await.unwrap_or_else(|error| panic!("{name}: {error}"));
    let steps = plan.iter().map(|step| step.get::<String, _>("detail"));
    let steps = steps.filter(|step| step.starts_with("SCAN ") && !is_handed_in(step) && !is_worked_out(step, text));
    steps.collect()
}

/// A constant, or a JSON array.
fn is_handed_in(step: &str) -> bool {
    step.contains("CONSTANT ROW") || step.contains("VIRTUAL TABLE")
}

/// What a `WITH` or a subquery gives, which has its own steps.
fn is_worked_out(step: &str, text: &str) -> bool {
    let name = step.split_whitespace().nth(1).unwrap_or_default();
    let text = format!("{} ", text.split_whitespace().collect::<Vec<_>>().join(" "));
    let defined =
        [format!("{name} AS ("), format!("WITH RECURSIVE {name} ("), format!("), {name} ("), format!(") {name} ")];
    name.starts_with('(') || defined.iter().any(|defined| text.contains(defined))
}

/// A sequential scan although the planner was told to avoid it: no index serves.
async fn walks_of_postgres(connection: &mut PgConnection, name: &str, text: &str) -> Vec<String> {
    // Of a read behind a scope, where not all of it shows what it is: record, account and day. Of a page the name and
    // id it begins after, the name it ends before, site, job, and how many. Of a list in any order the names between
    // which it is, site, job, track, status, two days, how many, the name and the id it begins after.
    let types = match name {
        _ if name.starts_with("employees/list_by_") || name.starts_with("employees/count_some") => {
            "(uuid, uuid, date, text, text, text, text, text, text, date, date, bigint, text, uuid)"
        }
        "employees/list_team" => "(uuid, date, text, uuid, bigint, text, date, date)",
        "employees/page_visible" | "employees/count_page" => "(uuid, uuid, date, text, uuid, text, text, text, bigint)",
        _ if name.contains(", ") || name.ends_with("_visible") => "(uuid, uuid, date)",
        _ => "",
    };
    let last = (1..30).rev().find(|number| text.contains(&format!("${number}"))).unwrap_or(0);
    let arguments = vec!["NULL"; last.max(types.split(',').filter(|one| !one.is_empty()).count())].join(", ");
    let arguments = if arguments.is_empty() { String::new() } else { format!("({arguments})") };
    for sql in [
        format!("PREPARE one{types} AS {text}"),
        "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off".to_owned(),
    ] {
        let ran = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *connection).await;
        ran.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let explain = sqlx::raw_sql(AssertSqlSafe(format!("EXPLAIN EXECUTE one{arguments}")));
    let plan = explain.fetch_all(&mut *connection).await.unwrap_or_else(|error| panic!("{name}: {error}"));
    sqlx::raw_sql("DEALLOCATE one").execute(connection).await.unwrap();
    let steps = plan.iter().map(|step| step.get::<String, _>(0).trim().to_owned());
    steps.filter(|step| step.contains("Seq Scan")).collect()
}
