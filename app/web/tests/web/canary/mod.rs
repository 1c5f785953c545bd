//! The canary: every field that is not for everybody holds a mark, and whatever anybody is answered, by page, file,
//! search, error or log, holds no mark that they may not see. Those who may do see it: so the test can fail.

mod marks;
mod walk;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{HeaderName, header};
use model::Access;

use crate::database::{Engine, on_each_engine};
use crate::log;
use crate::site::Answer;
use marks::{Field, Marks};
use world::{READERS, Reader, World};

on_each_engine! {
    nobody_is_answered_with_anything_they_may_not_see,
}

/// How a reader stands to the person whose mark it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sight {
    Own,
    /// As their manager, at any distance, or in the stead of one.
    Line,
    /// As HR partner of their site.
    Partner,
    /// As HR lead, who also brings people in.
    Lead,
    Administrator,
    Auditor,
    Stranger,
}

use Sight::{Administrator, Auditor, Lead, Line, Own, Partner};

/// Who may see what: a decision, to be reviewed with every change.
const MAY_SEE: &[(Field, &[Sight])] = &[
    // Of whom something was done, the trail says the name.
    (Field::Name, &[Own, Line, Partner, Lead, Administrator, Auditor]),
    (Field::Unit, &[Own, Line, Partner, Lead]),
    (Field::Rating, &[Own, Line, Partner, Lead]),
    (Field::Result, &[Own, Line, Partner, Lead]),
    (Field::ConductDay, &[Own, Partner, Lead]),
    // In one's own data, and where a feed is compared with what is known.
    (Field::Email, &[Own, Lead]),
    (Field::LeaveKind, &[Own, Lead]),
    (Field::CredentialNumber, &[Own, Lead]),
    (Field::Proof, &[Own, Lead]),
    (Field::ConductKind, &[Own, Lead]),
    (Field::SignInName, &[Administrator, Auditor]),
    (Field::Reason, &[Auditor]),
    (Field::Pay, &[]),
    (Field::Currency, &[]),
    (Field::Gender, &[]),
    (Field::BirthYear, &[]),
    // Reviewers who have noted something themselves; of who stands aside, HR and the trail.
    (Field::ReviewNote, &[Lead]),
    (Field::Recusal, &[Partner, Lead, Auditor]),
];

fn may_see(sight: Sight, field: Field) -> bool {
    MAY_SEE.iter().any(|(one, by)| *one == field && by.contains(&sight))
}

/// What a nomination tells who have a part in it, beside what they see of people anyway: who acted; and to HR of the
/// candidate and to the auditor what the frozen document rests on, and the letter says.
fn is_told_by_a_nomination(reader: &Reader, address: &str, field: Field) -> bool {
    let decides = reader
        .access
        .iter()
        .any(|(access, site)| *access == Access::Auditor || (*access, *site) == (Access::HrPartner, Some("north")));
    let frozen = [Field::Unit, Field::Rating, Field::Result, Field::ConductDay, Field::CredentialNumber, Field::Proof];
    match address.trim_start_matches("POST ") {
        address if address.contains("/letters/") => {
            decides && matches!(field, Field::Name | Field::Rating | Field::Result)
        }
        address if address.contains("/evidence/") => decides && (field == Field::Name || frozen.contains(&field)),
        address if address.starts_with("/waivers") => decides && field == Field::Name,
        address if address.starts_with("/nominations") || address.starts_with("/news") => {
            field == Field::Name && (decides || matches!(reader.number, Some("1001" | "1002" | "1003")))
        }
        _ => false,
    }
}

/// What a hold and a move tell, beside what is seen of people anyway: who placed the hold, to whoever reads it; and in the
/// file for the HRIS what pay came to.
fn is_told_by_a_move(sight: Sight, number: &str, address: &str, field: Field) -> bool {
    let (path, _) = address.split_once('?').unwrap_or((address, ""));
    match field {
        Field::Name => path.ends_with("/people/1014/holds") && number == "1002",
        Field::Pay | Field::Currency => path == "/moves.csv" && sight == Lead && number == "1008",
        _ => false,
    }
}

/// As whom a reader looks at somebody.
fn sight(reader: &Reader, marks: &Marks, at: usize) -> Sight {
    let person = &marks.people[at];
    let has = |access| reader.access.iter().any(|(own, _)| *own == access);
    if reader.number == Some(person.number.as_str()) {
        return Own;
    }
    if has(Access::HrLead) {
        return Lead;
    }
    if reader.access.contains(&(Access::HrPartner, Some(&person.site))) {
        return Partner;
    }
    // Up the line, to nobody.
    let (mut above, mut steps) = (person.manager.as_str(), 0);
    while !above.is_empty() {
        let leads = reader.number == Some(above) || (steps == 0 && reader.stands_in_for == Some(above));
        if leads {
            return Line;
        }
        let manager = marks.people.iter().find(|one| one.number == above).unwrap();
        (above, steps) = (manager.manager.as_str(), steps + 1);
    }
    match () {
        () if has(Access::Administrator) => Administrator,
        () if has(Access::Auditor) => Auditor,
        () => Sight::Stranger,
    }
}

/// All that a browser was given. How long it is can be any number, also one that somebody was born in.
fn given(answer: &Answer) -> String {
    let is_told = |name: &HeaderName| *name != header::SET_COOKIE && *name != header::CONTENT_LENGTH;
    let told = answer.headers.iter().filter(|(name, _)| is_told(name));
    let headers: Vec<String> = told.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect();
    format!("{}\n{}", headers.join("\n"), answer.text)
}

async fn nobody_is_answered_with_anything_they_may_not_see(engine: Engine) {
    log::lines().clear();
    let world = World::draw(engine).await;
    let mut leaks = BTreeSet::new();
    let mut seen: BTreeMap<(Field, Sight), String> = BTreeMap::new();
    let mut asked = 0;
    for reader in READERS {
        let mut answers = world.browser(reader).await;
        while let Some((address, answer)) = answers.next().await {
            asked += 1;
            for (at, field) in world.marks.in_text(&given(&answer)) {
                let sight = sight(reader, &world.marks, at);
                let number = &world.marks.people[at].number;
                let is_told_beside = is_told_by_a_nomination(reader, &address, field)
                    || is_told_by_a_move(sight, number, &address, field);
                if may_see(sight, field) || is_told_beside {
                    seen.entry((field, sight)).or_insert(address.clone());
                } else {
                    leaks.insert(format!("{} ({sight:?}) is told the {field:?} of {number} by {address}", reader.name));
                }
            }
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
    assert!(asked > 1000, "{asked}");
    let allowed = MAY_SEE.iter().flat_map(|(field, by)| by.iter().map(|sight| (*field, *sight)));
    let unseen: Vec<_> = allowed.filter(|cell| !seen.contains_key(cell)).collect();
    assert!(unseen.is_empty(), "who may see it does not see it, so this test would not notice: {unseen:?}");
    let lines = log::lines();
    for line in lines.iter() {
        assert!(world.marks.in_text(line).is_empty(), "the log names somebody: {line}");
    }
}
