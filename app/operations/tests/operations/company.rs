//! A small company drawn by hand: who reports to whom, and where.

use std::collections::BTreeMap;

use files::{Person, RowReader};
use operations::import::{Options, import};
use operations::{NewAccount, Password, Welcome, accept_invitation, add_account};
use policy::{Actor, Context};
use store::Store;

use crate::database::system_on;

/// The day on which things happen here.
pub(crate) const TODAY: &str = "2026-11-22";

/// A person drawn by a number, the manager's number, a site and a last day: empty is none. Everyone has one leave, so
/// that there is a fact to correct.
pub(crate) fn person(number: &str, manager: &str, site: &str, left_on: &str) -> Person {
    let employee = BTreeMap::from([
        ("full_name", "A. Person"),
        ("hired_on", "2024-01-08"),
        ("job", "csr"),
        ("manager_number", manager),
        ("site", site),
        ("left_on", left_on),
    ]);
    let leave = BTreeMap::from([("kind", "parental"), ("started_on", "2025-02-03"), ("ended_on", "2025-03-02")]);
    let rows = [("employees", &employee), ("leaves", &leave)];
    let rows = rows.map(|(file, row)| (file, move |column: &str| row.get(column).copied()));
    RowReader::new(files::default_ladder()).person(number, rows).unwrap()
}

/// Brings people in, on that day.
pub(crate) async fn employ(store: &Store, today: &str, people: &[Person]) {
    let options = Options { name: "drawn".to_owned(), ..Options::default() };
    import(store, &system_on(today), &options, || Ok(people.iter().cloned().map(Ok))).await.unwrap();
}

/// The password of everybody here.
pub(crate) fn password() -> Password {
    Password::typed("correct horse battery")
}

/// An account for a person by their number, whose owner has set a password and is signed in.
pub(crate) async fn account(store: &Store, number: &str) -> Welcome {
    let new =
        NewAccount { sign_in_name: number.to_owned(), employee_number: Some(number.to_owned()), first_password: None };
    let invitation = add_account(store, &system_on(TODAY), &new).await.unwrap().unwrap();
    accept_invitation(store, &visitor_on(TODAY), &invitation.token, &password()).await.unwrap()
}

/// Somebody who is not signed in, on a day.
pub(crate) fn visitor_on(today: &str) -> Context {
    Context { actor: Actor::Visitor, ..system_on(today) }
}

/// The owner of a session, on a day: what the program makes of what a browser holds. Their session is as fresh as
/// that day.
pub(crate) async fn signed_in(store: &Store, today: &str, name: &str) -> Context {
    let visitor = visitor_on(today);
    let welcome = operations::sign_in(store, &visitor, name, &password(), "198.51.100.7").await.unwrap();
    let signed_in = operations::resume_session(store, &visitor, &welcome.session).await.unwrap().unwrap();
    assert_eq!(signed_in.viewer, welcome.viewer);
    visitor.of(signed_in.viewer)
}
