//! What of a person's record, and of an assessment of them, gets out to whom.

use files::{ConductRow, Person};
use operations::{Answer, ReadLog, Record, explain_person, person_record, readers_of};
use policy::{Actor, Context, Sight};
use rules::{ConductAction, Day, Evidence, Finding, Kind, State};
use store::Store;

use crate::company::{TODAY, account, employ, person, signed_in};
use crate::database::{Database, Engine, on_each_engine, system_on};

on_each_engine! {
    the_line_is_told_whether_conduct_is_clear_and_from_when_and_nothing_of_the_actions,
    who_looked_at_whose_record_is_noted_and_who_could_not_is_not,
}

const TRACK: &str = "csr-to-team-lead";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Two actions on record: one long closed, one that blocks for a while yet.
fn warned(number: &str, manager: &str) -> Person {
    let mut warned = person(number, manager, "south", "");
    for (issued_on, closed_on) in [("2024-03-04", "2024-04-05"), ("2026-06-07", "2026-08-09")] {
        let action = ConductAction { issued_on: day(issued_on), closed_on: Some(day(closed_on)) };
        warned.conduct.push(ConductRow { kind: "a warning in writing".into(), action });
    }
    warned
}

async fn draw(engine: Engine) -> Database {
    let database = Database::new(engine).await;
    let people =
        [person("1", "", "north", ""), warned("2", "1"), person("3", "1", "south", ""), person("4", "", "south", "")];
    employ(&database.store, TODAY, &people).await;
    for number in ["1", "2", "3"] {
        account(&database.store, number).await;
    }
    database
}

async fn ask(store: &Store, reader: &str) -> (Answer, Record) {
    let (ctx, reads) = (signed_in(store, TODAY, reader).await, ReadLog::default());
    let answer = explain_person(store, &ctx, &reads, "2", TRACK, None).await.unwrap();
    (answer, person_record(store, &ctx, &reads, "2").await.unwrap())
}

fn conduct(findings: &[Finding]) -> &Finding {
    findings.iter().find(|finding| finding.kind == Kind::ClearConduct).unwrap()
}

async fn the_line_is_told_whether_conduct_is_clear_and_from_when_and_nothing_of_the_actions(engine: Engine) {
    let database = draw(engine).await;
    let (own, own_record) = ask(&database.store, "2").await;
    let (line, line_record) = ask(&database.store, "1").await;
    assert_eq!((own.sight, line.sight), (Sight::Own, Sight::Line));
    let (own, line) = (own.assessment.unwrap(), line.assessment.unwrap());
    let (full, told) = (conduct(&own.findings), conduct(&line.findings));
    assert_eq!((told.state, told.earliest_on), (State::NotYet, Some(day("2027-02-10"))));
    assert_eq!((told.state, told.earliest_on, &told.measure), (full.state, full.earliest_on, &full.measure));
    assert!(matches!(full.evidence[..], [Evidence::Conduct { .. }]));
    assert_eq!(full.timeline.spans().len(), 3, "before, between and after");
    assert_eq!(told.evidence, []);
    assert_eq!((told.met_since, told.timeline.spans().len()), (None, 1), "only what is ahead");
    assert_eq!((own_record.facts.conduct.len(), line_record.facts.conduct.len()), (2, 0));
    for on_track in &line_record.tracks {
        let finding = conduct(&on_track.assessment.findings);
        assert!(finding.evidence.is_empty() && finding.timeline.spans().iter().all(|span| span.from >= day(TODAY)));
    }
    for tracks in [&own_record.tracks, &line_record.tracks] {
        let mut findings = tracks.iter().flat_map(|on_track| &on_track.assessment.findings);
        assert!(findings.any(|finding| !finding.evidence.is_empty()), "what else decided is told");
    }
}

async fn who_looked_at_whose_record_is_noted_and_who_could_not_is_not(engine: Engine) {
    let database = draw(engine).await;
    let (store, system) = (&database.store, system_on(TODAY));
    let (manager, peer) = (signed_in(store, TODAY, "1").await, signed_in(store, TODAY, "3").await);
    let own = signed_in(store, TODAY, "2").await;
    let reads = ReadLog::default();
    let asked = async |ctx: &Context| {
        let record = person_record(store, ctx, &reads, "2").await;
        let answer = explain_person(store, ctx, &reads, "2", TRACK, None).await;
        assert_eq!(record.is_ok(), answer.is_ok());
        record.map(|record| record.employee.id)
    };
    assert!(matches!(asked(&peer).await, Err(operations::Error::Hidden)));
    let person = asked(&own).await.unwrap();
    assert_eq!(reads.flush(store, &system).await.unwrap(), 0, "their own is theirs, and a peer has seen nothing");
    assert_eq!(asked(&manager).await.unwrap(), person);
    assert_eq!(reads.flush(store, &system).await.unwrap(), 1);
    let Actor::Person(viewer) = &manager.actor else { panic!("somebody is signed in") };
    assert_eq!(readers_of(store, &system, person, None, 10).await.unwrap(), [(viewer.account, viewer.on)]);
}
