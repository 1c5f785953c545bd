//! Who may do what to whom, as a table under review: `permissions.txt`. That operations keep to it, cell by cell, is a
//! test of theirs.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Write;

use model::{Access, AccountId, EmployeeId, Grant, GrantId, Subject};
use policy::{About, Above, Act, Actor, Relation, Viewer, authorize};
use uuid::Uuid;

/// Kinds of people, with the access that makes them so. A manager is made by a report, a nobody by not signing in.
const KINDS: &[(&str, Option<Access>)] = &[
    ("employee", None),
    ("manager", None),
    ("hr_partner", Some(Access::HrPartner)),
    ("hr_lead", Some(Access::HrLead)),
    ("auditor", Some(Access::Auditor)),
    ("administrator", Some(Access::Administrator)),
    ("nobody", None),
];

/// How the person that an act is about stands to who acts: how policy sees it, and at which site they work.
const RELATIONS: &[(&str, Relation, Option<&str>)] = &[
    ("self", Relation::Myself, Some("north")),
    ("report", Relation::Report, Some("south")),
    ("indirect_report", Relation::IndirectReport, Some("south")),
    ("former_report", Relation::None, Some("south")),
    ("peer", Relation::None, Some("north")),
    ("other_site", Relation::None, Some("south")),
    ("deputys_report", Relation::Report, Some("south")),
    ("nobody", Relation::None, None),
];

const HEAD: &str = "\
# Who may do what to whom. NEXTRUNG_REVIEW=1 writes it anew from policy; every change is a decision to be reviewed.
#
# yes  allowed
# no   refused; where the person is not in sight, as if there were no such person
# .    cannot be: whoever has a report is a manager, who is not signed in stands to nobody in any way, and what is not
#      about a person stands in the last column
#
# Who acts works in the north, and is HR partner of the north. Reports, former reports and the reports of a manager
# for whom they stand in today work in the south. Everybody but the employee has reports.
";

/// What is read or done.
#[derive(Clone, Copy)]
enum Row {
    SeeRecord,
    Do(Act),
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn actor(kind: &str, access: Option<Access>) -> Actor {
    if kind == "nobody" {
        return Actor::Visitor;
    }
    let on = "2026-11-22".parse().unwrap();
    let grant = |access| Grant {
        id: GrantId(id(7)),
        account: AccountId(id(1)),
        access,
        site: (access == Access::HrPartner).then(|| "north".to_owned()),
        from_on: on,
        until_on: Some(on),
    };
    Actor::Person(Viewer::new(AccountId(id(1)), Some(EmployeeId(id(2))), on, access.map(grant).into_iter().collect()))
}

fn is_about_a_person(row: Row) -> bool {
    match row {
        Row::SeeRecord => true,
        Row::Do(act) => match act {
            Act::CorrectFact
            | Act::ManageAccounts
            | Act::GiveAccess
            | Act::ManageOwnAccount
            | Act::Hold
            | Act::RenewHold
            | Act::RecordMove
            | Act::Waive => true,
            Act::Import
            | Act::PublishLadder
            | Act::ManageCompany
            | Act::Assess
            | Act::Seal
            | Act::Audit
            | Act::BackUp
            | Act::Move
            | Act::Review => false,
            Act::OnReview(_) | Act::Nominate(_) => unreachable!("nominations have a table of their own"),
        },
    }
}

fn cannot_be(row: Row, kind: &str, relation: &str) -> bool {
    match kind {
        _ if !is_about_a_person(row) => relation != "nobody",
        "employee" => ["report", "indirect_report"].contains(&relation),
        "nobody" => !["other_site", "nobody"].contains(&relation),
        _ => false,
    }
}

fn is_allowed(row: Row, actor: &Actor, (name, relation, site): (&str, Relation, Option<&str>)) -> bool {
    let is_own = relation == Relation::Myself;
    let depth = match relation {
        Relation::Report => Some(1),
        Relation::IndirectReport => Some(2),
        Relation::Myself | Relation::None => None,
    };
    let above = depth.map(|depth| Above { depth, on_behalf_of: None });
    let about = About { employee: EmployeeId(id(if is_own { 2 } else { 4 })), site, above };
    let account = Subject::Account(AccountId(id(if is_own { 1 } else { 3 })));
    let sees = matches!(actor, Actor::Person(viewer) if viewer.sees(relation, site));
    match row {
        Row::Do(act) if !is_about_a_person(row) => authorize(actor, act, Subject::Company, None).is_ok(),
        _ if name == "nobody" => false,
        Row::SeeRecord => sees,
        Row::Do(act @ (Act::CorrectFact | Act::Hold | Act::RenewHold | Act::RecordMove | Act::Waive)) => {
            sees && authorize(actor, act, Subject::Employee(about.employee), Some(about)).is_ok()
        }
        Row::Do(act) => authorize(actor, act, account, Some(about)).is_ok(),
    }
}

fn table() -> String {
    let mut table = HEAD.to_owned();
    let acts = Act::ALL.iter().map(|act| (act.code(), Row::Do(*act)));
    for (name, row) in [("see_record", Row::SeeRecord)].into_iter().chain(acts) {
        let columns: String = RELATIONS.iter().map(|(name, ..)| format!("  {name}")).collect();
        writeln!(table, "\n{name:20}{columns}").unwrap();
        for (kind, access) in KINDS {
            let actor = actor(kind, *access);
            let mut line = format!("  {kind:18}");
            for relation in RELATIONS {
                let cell = match () {
                    () if cannot_be(row, kind, relation.0) => ".",
                    () if is_allowed(row, &actor, *relation) => "yes",
                    () => "no",
                };
                write!(line, "  {cell:width$}", width = relation.0.len()).unwrap();
            }
            writeln!(table, "{}", line.trim_end()).unwrap();
        }
    }
    table
}

#[test]
#[allow(clippy::disallowed_methods, reason = "who reviews says so to the test; no setting of the product")]
fn who_may_do_what_to_whom_is_as_it_was_last_reviewed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/permissions.txt");
    let table = table();
    if std::env::var_os("NEXTRUNG_REVIEW").is_some() {
        std::fs::write(path, &table).unwrap();
    }
    let reviewed = std::fs::read_to_string(path).unwrap_or_default();
    for (now, reviewed) in table.lines().zip(reviewed.lines()) {
        assert_eq!(now, reviewed, "policy (left), as reviewed (right); NEXTRUNG_REVIEW=1 rewrites permissions.txt");
    }
    assert_eq!(table.lines().count(), reviewed.lines().count(), "NEXTRUNG_REVIEW=1 rewrites permissions.txt");
}

#[test]
fn the_program_itself_may_do_everything() {
    for act in Act::ALL {
        assert!(authorize(&Actor::System, *act, Subject::Company, None).is_ok(), "{}", act.code());
    }
}
