//! Who gets what from every address there is, as a table under review: `routes.txt`. A route that is not in it fails.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use axum::http::{Method, StatusCode, header};
use web::{ROUTES, Route};

use crate::database::{Engine, on_each_engine, setting};
use crate::read::holds_word;
use crate::site::{Answer, Browser};
use crate::world::{KINDS, RELATIONS, World, methods, name_of};

on_each_engine! {
    who_gets_what_from_every_address_is_as_it_was_last_reviewed,
}

const TABLE: &str = include_str!("routes.txt");
/// Who may do what to whom, as policy says.
const POLICY: &str = include_str!("../../../policy/tests/permissions.txt");

const HEAD: &str = "\
# Who gets what from every address. NEXTRUNG_REVIEW=1 writes it anew from what is answered; every change is a decision
# to be reviewed. Held on both engines.
#
# A number is the status of the answer; sign-in leads there first; a form is sent empty.
# yes and no say whether the person is told of; a dot, that nobody can stand so. What is refused or not there is the same
# page, letter for letter, whoever it is about.
#
# Who reads works in the north, and is HR partner of the north. Reports, former reports and the reports of a manager for
# whom they stand in today work in the south. Everybody but the employee has reports.
";

/// What a page tells of a person.
#[derive(Clone, Copy)]
enum Tells {
    /// There is one or there is none.
    Status,
    /// Their name is on it or not.
    Name,
}

/// Every way in which somebody can come upon a person: page, list, sort, search, page after page, file, error.
const READS: &[(&str, Tells)] = &[
    ("/people/{number}", Tells::Status),
    ("/people/{number}/tracks/{track}", Tells::Status),
    ("/people/{number}/tracks/{track}?what=course:bar-raiser&on=2026-12-24", Tells::Status),
    ("/people", Tells::Name),
    ("/people?sort=job", Tells::Name),
    ("/people?sort=hired", Tells::Name),
    ("/people?sort=date&track={track}", Tells::Name),
    ("/people?q={name}", Tells::Name),
    ("/people?q={number}", Tells::Name),
    ("/people?q={number}&sort=job", Tells::Name),
    ("/people?standing=needs-action", Tells::Name),
    ("/people?site=south", Tells::Name),
    ("/people?after={number}", Tells::Status),
    ("/people.csv", Tells::Name),
    ("/people.csv?q={number}", Tells::Name),
    ("/people/{number}/holds", Tells::Status),
    ("/moves", Tells::Name),
    ("/moves?kind=lateral&from=", Tells::Name),
    ("/moves/{id}", Tells::Status),
    ("/team", Tells::Name),
    ("/team?after={number}", Tells::Status),
    ("/", Tells::Name),
    ("/admin/accounts/{account}", Tells::Status),
    ("/admin/accounts?q={number}", Tells::Name),
    ("/admin/deputies?manager={number}", Tells::Status),
];

/// What ends the session that asks: asked by a browser of its own.
const ENDS_THE_SESSION: &str = "/sign-out";

fn status(answer: &Answer) -> String {
    if !answer.status.is_redirection() {
        return answer.status.as_u16().to_string();
    }
    let to = answer.location();
    let is_own = to.starts_with('/') && !to.starts_with("//") && !to.contains('\\');
    assert!(is_own, "sent elsewhere: {to}");
    if to.starts_with("/sign-in?") || to == "/sign-in" {
        "sign-in".to_owned()
    } else {
        answer.status.as_u16().to_string()
    }
}

/// What a page says below its navigation, and a file all over, without the form that says what was asked for.
fn told(answer: &Answer) -> &str {
    let is_page = answer.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/html; charset=utf-8");
    let text = answer.text.as_str();
    let main = if is_page { text.split_once("<main").map_or("", |(_, main)| main) } else { text };
    main.rsplit_once("</form>").map_or(main, |(_, rest)| rest)
}

async fn ask<'w>(world: &'w World, browser: &mut Browser<'w>, kind: &str, method: &Method, route: &Route) -> Answer {
    let address = world.address(route.path, "other_site");
    let own = &mut world.browser(if route.path == ENDS_THE_SESSION { kind } else { "nobody" }).await;
    let browser = if route.path == ENDS_THE_SESSION { own } else { browser };
    match (method, route.path) {
        (&Method::GET, _) => browser.get(&address).await,
        (_, "/imports") => browser.upload(&address, &[]).await,
        (_, _) => browser.post(&address, &[]).await,
    }
}

/// What every kind of reader gets from every route.
async fn of_routes(world: &World, table: &mut String) {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for route in ROUTES {
        for method in methods(&mut world.site.browser(), world, route).await {
            lines.push((format!("{:4} {}", method.as_str(), route.path), Vec::new()));
        }
    }
    lines.push(("how many people are in GET /people".to_owned(), Vec::new()));
    for kind in KINDS {
        let mut browser = world.browser(kind).await;
        let mut cells = Vec::new();
        for route in ROUTES {
            for method in methods(&mut world.site.browser(), world, route).await {
                cells.push(status(&ask(world, &mut browser, kind, &method, route).await));
            }
        }
        let page = browser.get("/people").await;
        let rows = page.text.matches("<tr><th scope=\"row\">").count();
        if rows > 1 {
            assert!(page.text.contains(&words::English::new().people_all(rows)), "{kind}: {rows}");
        }
        cells.push(rows.to_string());
        for (line, cell) in lines.iter_mut().zip(cells) {
            line.1.push(cell);
        }
    }
    let columns: String = KINDS.iter().map(|kind| format!("  {kind}")).collect();
    writeln!(table, "\n{:55}{columns}", "any address").unwrap();
    for (name, cells) in lines {
        let cells: String =
            cells.iter().zip(KINDS).map(|(cell, kind)| format!("  {cell:width$}", width = kind.len())).collect();
        writeln!(table, "  {name:53}{}", cells.trim_end()).unwrap();
    }
}

/// What every kind of reader is told of whoever stands to them in every way.
async fn of_people(world: &World, table: &mut String) {
    let mut browsers = BTreeMap::new();
    for kind in KINDS {
        browsers.insert(kind, world.browser(kind).await);
    }
    let columns: String = RELATIONS.iter().map(|name| format!("  {name}")).collect();
    for (read, tells) in READS {
        writeln!(table, "\nGET {read}\n  {:16}{columns}", "").unwrap();
        for kind in KINDS {
            let browser = browsers.get_mut(kind).unwrap();
            let nowhere = browser.get("/nowhere").await.text;
            let mut refused = BTreeSet::new();
            let mut line = format!("  {kind:16}");
            for relation in RELATIONS {
                let mut cell = ".".to_owned();
                if let Some(number) = World::number(kind, relation) {
                    let answer = browser.get(&world.address(read, &number)).await;
                    // An administrator's own page says it in its form.
                    if answer.status == StatusCode::NOT_FOUND && !read.starts_with("/admin/deputies") {
                        assert_eq!(answer.text, nowhere, "{kind}, {relation}: {read}");
                    }
                    if answer.status == StatusCode::FORBIDDEN {
                        refused.insert(answer.text.clone());
                    }
                    cell = match tells {
                        Tells::Name if answer.status == StatusCode::OK => {
                            let is_told = holds_word(told(&answer), &name_of(&number));
                            if is_told { "yes" } else { "no" }.to_owned()
                        }
                        Tells::Name | Tells::Status => status(&answer),
                    };
                }
                write!(line, "  {cell:width$}", width = relation.len()).unwrap();
            }
            assert!(refused.len() < 2, "{kind} is refused in several ways: {read}");
            writeln!(table, "{}", line.trim_end()).unwrap();
        }
    }
}

/// What comes below a line that begins so, up to the next empty one.
fn block<'t>(table: &'t str, head: &str) -> Vec<Vec<&'t str>> {
    let from = table.lines().skip_while(|line| !line.starts_with(head));
    let lines = from.take_while(|line| !line.is_empty()).filter(|line| line.starts_with("  ") && line.len() > 3);
    let kinds = lines.map(|line| line.split_whitespace().collect::<Vec<_>>());
    kinds.filter(|line| KINDS.contains(&line[0])).collect()
}

/// Whatever was reviewed here, a record is read by whom policy says.
fn holds_what_policy_says(table: &str) {
    let policy = block(POLICY, "see_record");
    assert_eq!(policy.len(), KINDS.len());
    for head in
        ["GET /people/{number}\n", "GET /people/{number}/tracks/{track}\n", "GET /people\n", "GET /people.csv\n"]
    {
        let at = table.find(head).unwrap();
        for (read, says) in block(&table[at..], "GET").iter().zip(&policy) {
            for (cell, says) in read.iter().zip(says).skip(1).filter(|(cell, _)| !["sign-in", "."].contains(*cell)) {
                assert_eq!(["200", "yes"].contains(cell), *says == "yes", "{head}{read:?}");
            }
        }
    }
}

async fn who_gets_what_from_every_address_is_as_it_was_last_reviewed(engine: Engine) {
    let world = World::draw(engine).await;
    let mut table = HEAD.to_owned();
    of_people(&world, &mut table).await;
    of_routes(&world, &mut table).await;
    holds_what_policy_says(&table);
    if setting("NEXTRUNG_REVIEW").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/web/routes.txt"), &table).unwrap();
        return;
    }
    for (now, reviewed) in table.lines().zip(TABLE.lines()) {
        assert_eq!(now, reviewed, "answered (left), as reviewed (right); NEXTRUNG_REVIEW=1 rewrites routes.txt");
    }
    assert_eq!(table.lines().count(), TABLE.lines().count(), "NEXTRUNG_REVIEW=1 rewrites routes.txt");
}
