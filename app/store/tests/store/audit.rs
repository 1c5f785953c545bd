//! The audit trail: final, sealed in order, and whatever is done to it behind the program's back is found.

use jiff::SignedDuration;
use model::{AccountId, AuditEntry, Break, Event, Seal, Subject, Tampering, Verification};
use policy::{Act, Actor, Viewer, authorize_system};
use sha2::{Digest, Sha256};
use store::Store;
use uuid::Uuid;

use crate::database::{Database, Engine, on_each_engine, system_at};

on_each_engine! {
    entries_and_seals_can_be_neither_changed_nor_deleted,
    what_was_sealed_holds_and_what_waits_is_counted,
    an_entry_that_was_committed_late_is_sealed_late_and_not_passed_over,
    sealing_is_for_one_process_at_a_time_and_for_the_next_when_that_one_is_gone,
    any_column_that_was_changed_is_found,
    a_garbled_entry_is_found_and_named,
    a_dropped_entry_is_found,
    a_dropped_entry_is_found_even_where_its_seal_went_with_it_and_the_rest_was_numbered_anew,
    an_entry_that_nobody_sealed_or_queued_is_found,
    an_entry_put_into_the_chain_is_found_with_a_wrong_hash_and_with_a_right_one,
    an_entry_added_to_the_end_of_the_chain_is_found,
    entries_that_changed_places_are_found,
    a_trail_cut_off_at_its_end_is_found,
    an_entry_taken_from_those_that_wait_is_found,
    a_chain_made_anew_is_found_by_a_head_that_was_kept_elsewhere,
}

/// A trail of six sealed entries.
struct Trail {
    database: Database,
    /// Oldest first.
    entries: Vec<AuditEntry>,
}

async fn record(database: &Database, at: &str, actor: Actor) {
    let ctx = policy::Context { actor, ..system_at(at) };
    let swept = async |tx: &mut store::Tx| {
        tx.record(Event::DaySwept { day: at.to_owned() });
        Ok::<(), store::Error>(())
    };
    database.store.write(&ctx, swept).await.unwrap();
}

async fn seal(store: &Store, at: &str) -> Option<u64> {
    let permit = authorize_system(Act::Seal, Subject::Company);
    let ctx = system_at(at);
    let sealed = store.upkeep(&ctx, async |upkeep| {
        if !upkeep.leases().take(&permit, SignedDuration::from_secs(10)).await? {
            return Ok::<_, store::Error>(None);
        }
        upkeep.seals().append(&permit, 4).await.map(Some)
    });
    sealed.await.unwrap()
}

async fn entries(database: &Database) -> Vec<AuditEntry> {
    let permit = authorize_system(Act::Audit, Subject::Company);
    let ctx = system_at("2026-11-22T10:00:00Z");
    let mut entries = database.store.read(&ctx, async |tx| tx.audit().list(&permit, None, 100).await).await.unwrap();
    entries.reverse();
    entries
}

async fn verify(database: &Database, noted: Option<Seal>) -> Verification {
    let permit = authorize_system(Act::Audit, Subject::Company);
    let ctx = system_at("2026-11-22T10:00:00Z");
    database.store.read(&ctx, async |tx| tx.audit().verify(&permit, noted).await).await.unwrap()
}

impl Trail {
    async fn new(engine: Engine) -> Trail {
        let database = Database::new(engine).await;
        let someone = Viewer::new(AccountId(Uuid::from_u128(7)), None, "2026-11-22".parse().unwrap(), Vec::new());
        for second in 1..=6 {
            record(&database, &format!("2026-11-22T09:00:0{second}Z"), Actor::Person(someone.clone())).await;
        }
        assert_eq!(seal(&database.store, "2026-11-22T09:01:00Z").await, Some(4), "as many as were asked for");
        assert_eq!(seal(&database.store, "2026-11-22T09:01:01Z").await, Some(2));
        let found = verify(&database, None).await;
        assert_eq!((found.head.sequence, found.unsealed, found.broken), (6, 0, None));
        Trail { entries: entries(&database).await, database }
    }

    fn engine(&self) -> Engine {
        self.database.place.engine
    }

    /// The entry with a number, in SQL.
    fn id(&self, sequence: usize) -> String {
        self.engine().id(self.entries[sequence - 1].id.0)
    }

    /// Does something behind the program's back, as somebody who owns the file or the server can.
    async fn tamper(&self, sql: &str) {
        let mut raw = self.database.place.connect().await;
        raw.run(match self.engine() {
            Engine::Sqlite => {
                "DROP TRIGGER IF EXISTS audit_entries_are_final_update;
                 DROP TRIGGER IF EXISTS audit_entries_are_final_delete;
                 DROP TRIGGER IF EXISTS audit_seals_are_final_update;
                 DROP TRIGGER IF EXISTS audit_seals_are_final_delete;"
            }
            Engine::Postgres => {
                "ALTER TABLE audit_entries DISABLE TRIGGER ALL; ALTER TABLE audit_seals DISABLE TRIGGER ALL;
                 ALTER TABLE audit_unsealed DISABLE TRIGGER ALL;"
            }
        })
        .await;
        raw.run(sql).await;
    }

    async fn broken(&self) -> Option<Break> {
        verify(&self.database, None).await.broken
    }

    /// What is found: what was done, at which number, and to which of the six entries.
    async fn found(&self) -> (Tampering, Option<i64>, Option<usize>) {
        let broken = self.broken().await.expect("it is found");
        let entry = broken.entry.and_then(|id| self.entries.iter().position(|entry| entry.id == id));
        (broken.tampering, broken.sequence, entry.map(|index| index + 1))
    }

    /// An entry put in by hand, as the second; its id in SQL.
    async fn forge(&self) -> AuditEntry {
        let id = Uuid::from_u128(99);
        let forged = AuditEntry { id: id.into(), ..self.entries[1].clone() };
        let (id, like) = (self.engine().id(id), self.id(2));
        self.tamper(&format!(
            "INSERT INTO audit_entries SELECT {id}, recorded_at, account_id, on_behalf_of, request_id, act,
                subject_kind, subject_id, detail FROM audit_entries WHERE id = {like};"
        ))
        .await;
        forged
    }

    /// The hash of the link with this number, worked out here from what is documented.
    fn hash(&self, sequence: usize) -> [u8; 32] {
        (1..=sequence).fold([0; 32], |before, sequence| link(&before, sequence as i64, &self.entries[sequence - 1]))
    }
}

/// A second reading of what is hashed, so that it cannot change by accident.
fn link(before: &[u8; 32], sequence: i64, entry: &AuditEntry) -> [u8; 32] {
    let id = |id: Option<Uuid>| id.map(|id| id.as_bytes().to_vec());
    let text = |text: &str| Some(text.as_bytes().to_vec());
    let columns = [
        id(Some(entry.id.0)),
        Some(entry.recorded_at.as_nanosecond().to_be_bytes().to_vec()),
        id(entry.account.map(|account| account.0)),
        id(entry.on_behalf_of),
        id(Some(entry.request.0)),
        text(&entry.act),
        text(&entry.subject_kind),
        id(entry.subject),
        text(&entry.detail),
    ];
    let mut bytes = [&before[..], &sequence.to_be_bytes()].concat();
    for column in columns {
        bytes.push(u8::from(column.is_some()));
        if let Some(column) = column {
            bytes.extend((column.len() as u64).to_be_bytes());
            bytes.extend(column);
        }
    }
    Sha256::digest(bytes).into()
}

async fn entries_and_seals_can_be_neither_changed_nor_deleted(engine: Engine) {
    let trail = Trail::new(engine).await;
    let mut raw = trail.database.place.connect().await;
    for refused in [
        "UPDATE audit_entries SET act = 'nothing'",
        "DELETE FROM audit_entries",
        "UPDATE audit_seals SET sequence = sequence + 100",
        "DELETE FROM audit_seals",
    ] {
        let error = raw.try_run(refused).await.unwrap_err().to_string();
        assert!(error.contains("final"), "{refused}: {error}");
    }
    assert_eq!(trail.broken().await, None);
}

async fn what_was_sealed_holds_and_what_waits_is_counted(engine: Engine) {
    let trail = Trail::new(engine).await;
    record(&trail.database, "2026-11-22T09:02:00Z", Actor::System).await;
    let found = verify(&trail.database, None).await;
    assert_eq!((found.unsealed, found.broken), (1, None));
    assert_eq!(found.head, Seal { sequence: 6, hash: trail.hash(6) }, "the chain is the documented one");
}

async fn an_entry_that_was_committed_late_is_sealed_late_and_not_passed_over(engine: Engine) {
    let trail = Trail::new(engine).await;
    record(&trail.database, "2026-11-22T09:00:03Z", Actor::System).await;
    assert_eq!(verify(&trail.database, None).await.unsealed, 1);
    assert_eq!(seal(&trail.database.store, "2026-11-22T09:01:02Z").await, Some(1));
    let found = verify(&trail.database, None).await;
    assert_eq!((found.head.sequence, found.unsealed, found.broken), (7, 0, None));
}

async fn sealing_is_for_one_process_at_a_time_and_for_the_next_when_that_one_is_gone(engine: Engine) {
    let trail = Trail::new(engine).await;
    record(&trail.database, "2026-11-22T09:01:02Z", Actor::System).await;
    let other = trail.database.place.open().await.unwrap();
    assert_eq!(seal(&other, "2026-11-22T09:01:10Z").await, None, "the first holds it until 09:01:11");
    assert_eq!(seal(&other, "2026-11-22T09:01:11Z").await, Some(1));
    assert_eq!(seal(&trail.database.store, "2026-11-22T09:01:12Z").await, None);
    assert_eq!(seal(&other, "2026-11-22T09:01:13Z").await, Some(0), "nothing is left to do");
    assert_eq!(trail.broken().await, None);
}

async fn any_column_that_was_changed_is_found(engine: Engine) {
    let trail = Trail::new(engine).await;
    let (id, other) = (trail.id(3), engine.id(Uuid::from_u128(5)));
    for (column, value) in [
        ("recorded_at", "'2026-11-22T09:00:03.000001Z'".to_owned()),
        ("account_id", other.clone()),
        ("account_id", "NULL".to_owned()),
        ("on_behalf_of", other.clone()),
        ("request_id", other.clone()),
        ("act", "'day_swep'".to_owned()),
        ("subject_kind", "'account'".to_owned()),
        ("subject_id", other),
        ("detail", "'{}'".to_owned()),
    ] {
        trail
            .tamper(&format!("CREATE TABLE kept AS SELECT {column} AS value FROM audit_entries WHERE id = {id}"))
            .await;
        trail.tamper(&format!("UPDATE audit_entries SET {column} = {value} WHERE id = {id}")).await;
        assert_eq!(trail.found().await, (Tampering::Changed, Some(3), Some(3)), "{column}");
        trail.tamper(&format!("UPDATE audit_entries SET {column} = (SELECT value FROM kept) WHERE id = {id}")).await;
        trail.tamper("DROP TABLE kept").await;
        assert_eq!(trail.broken().await, None, "{column}, put back");
    }
    trail
        .tamper("UPDATE audit_seals SET hash = (SELECT hash FROM audit_seals WHERE sequence = 1) WHERE sequence = 5")
        .await;
    assert_eq!(trail.found().await, (Tampering::Changed, Some(5), Some(5)), "a seal's hash");
}

async fn a_garbled_entry_is_found_and_named(engine: Engine) {
    let trail = Trail::new(engine).await;
    let (id, garbled) = match engine {
        Engine::Sqlite => (trail.id(4), "recorded_at = 'yesterday', request_id = x'00'"),
        Engine::Postgres => (trail.id(4), "recorded_at = '9999-12-31T23:59:59Z'"),
    };
    trail.tamper(&format!("UPDATE audit_entries SET {garbled} WHERE id = {id}")).await;
    assert_eq!(trail.found().await, (Tampering::Changed, Some(4), Some(4)));
}

async fn a_dropped_entry_is_found(engine: Engine) {
    let trail = Trail::new(engine).await;
    trail.tamper(&format!("DELETE FROM audit_entries WHERE id = {}", trail.id(2))).await;
    assert_eq!(trail.found().await, (Tampering::Dropped, Some(2), Some(2)));
    let trail = Trail::new(engine).await;
    let id = trail.id(1);
    trail
        .tamper(&format!("DELETE FROM audit_seals WHERE entry_id = {id}; DELETE FROM audit_entries WHERE id = {id}"))
        .await;
    assert_eq!(trail.found().await, (Tampering::Dropped, Some(1), None));
    let trail = Trail::new(engine).await;
    trail.tamper("DELETE FROM audit_seals WHERE sequence = 3").await;
    assert_eq!(trail.found().await, (Tampering::Dropped, Some(3), None), "its seal alone");
}

async fn a_dropped_entry_is_found_even_where_its_seal_went_with_it_and_the_rest_was_numbered_anew(engine: Engine) {
    let trail = Trail::new(engine).await;
    let id = trail.id(3);
    trail
        .tamper(&format!("DELETE FROM audit_seals WHERE entry_id = {id}; DELETE FROM audit_entries WHERE id = {id}"))
        .await;
    for sequence in 4..=6 {
        trail.tamper(&format!("UPDATE audit_seals SET sequence = {sequence} - 1 WHERE sequence = {sequence}")).await;
    }
    trail.tamper("UPDATE audit_head SET sequence = 5").await;
    assert_eq!(trail.found().await, (Tampering::Dropped, Some(3), Some(4)), "the fourth stands where the third stood");
}

async fn an_entry_that_nobody_sealed_or_queued_is_found(engine: Engine) {
    let trail = Trail::new(engine).await;
    let forged = trail.forge().await;
    let found = trail.broken().await.unwrap();
    assert_eq!(found, Break { tampering: Tampering::Inserted, sequence: None, entry: Some(forged.id) });
}

async fn an_entry_put_into_the_chain_is_found_with_a_wrong_hash_and_with_a_right_one(engine: Engine) {
    for right in [false, true] {
        let trail = Trail::new(engine).await;
        let forged = trail.forge().await;
        for sequence in (3..=6).rev() {
            trail
                .tamper(&format!("UPDATE audit_seals SET sequence = {sequence} + 1 WHERE sequence = {sequence}"))
                .await;
        }
        let hash = if right { link(&trail.hash(2), 3, &forged) } else { [5; 32] };
        let (id, hash) = (engine.id(forged.id.0), engine.bytes(&hash));
        trail.tamper(&format!("INSERT INTO audit_seals (sequence, entry_id, hash) VALUES (3, {id}, {hash})")).await;
        trail.tamper("UPDATE audit_head SET sequence = 7").await;
        let found = trail.broken().await.unwrap();
        assert_eq!(found, Break { tampering: Tampering::Inserted, sequence: Some(3), entry: Some(forged.id) });
    }
}

async fn an_entry_added_to_the_end_of_the_chain_is_found(engine: Engine) {
    let trail = Trail::new(engine).await;
    let forged = trail.forge().await;
    let (id, hash) = (engine.id(forged.id.0), engine.bytes(&link(&trail.hash(6), 7, &forged)));
    trail.tamper(&format!("INSERT INTO audit_seals (sequence, entry_id, hash) VALUES (7, {id}, {hash})")).await;
    let found = trail.broken().await.unwrap();
    assert_eq!(found, Break { tampering: Tampering::Inserted, sequence: Some(7), entry: Some(forged.id) });
}

async fn entries_that_changed_places_are_found(engine: Engine) {
    // Their ids in the seals are exchanged, or their seals are numbered anew; neighbors, or far apart.
    for (one, other) in [(2, 3), (2, 5)] {
        let by_ids = Trail::new(engine).await;
        let (a, b, nobody) = (by_ids.id(one), by_ids.id(other), engine.id(Uuid::nil()));
        for (from, to) in [(&a, &nobody), (&b, &a), (&nobody, &b)] {
            by_ids.tamper(&format!("UPDATE audit_seals SET entry_id = {to} WHERE entry_id = {from}")).await;
        }
        assert_eq!(by_ids.found().await, (Tampering::Reordered, Some(one as i64), Some(other)));
        let by_numbers = Trail::new(engine).await;
        for (from, to) in [(one, 100), (other, one), (100, other)] {
            by_numbers.tamper(&format!("UPDATE audit_seals SET sequence = {to} WHERE sequence = {from}")).await;
        }
        let (tampering, sequence, _) = by_numbers.found().await;
        assert_eq!((tampering, sequence), (Tampering::Reordered, Some(one as i64)), "{one} and {other}");
    }
}

async fn a_trail_cut_off_at_its_end_is_found(engine: Engine) {
    for kept in [4, 0] {
        let trail = Trail::new(engine).await;
        trail.tamper(&format!("DELETE FROM audit_seals WHERE sequence > {kept}")).await;
        for sequence in kept + 1..=6 {
            trail.tamper(&format!("DELETE FROM audit_entries WHERE id = {}", trail.id(sequence))).await;
        }
        assert_eq!(trail.found().await, (Tampering::Truncated, Some(kept as i64 + 1), None));
    }
}

async fn an_entry_taken_from_those_that_wait_is_found(engine: Engine) {
    let trail = Trail::new(engine).await;
    record(&trail.database, "2026-11-22T09:02:00Z", Actor::System).await;
    let waiting = entries(&trail.database).await.pop().unwrap().id;
    trail.tamper(&format!("DELETE FROM audit_entries WHERE id = {}", engine.id(waiting.0))).await;
    let found = trail.broken().await.unwrap();
    assert_eq!(found, Break { tampering: Tampering::Dropped, sequence: None, entry: Some(waiting) });
}

async fn a_chain_made_anew_is_found_by_a_head_that_was_kept_elsewhere(engine: Engine) {
    let mut trail = Trail::new(engine).await;
    let noted = verify(&trail.database, None).await.head;
    trail.tamper(&format!("UPDATE audit_entries SET act = 'nothing' WHERE id = {}", trail.id(5))).await;
    trail.entries[4].act = "nothing".to_owned();
    let (fifth, sixth) = (engine.bytes(&trail.hash(5)), engine.bytes(&trail.hash(6)));
    trail.tamper(&format!("UPDATE audit_seals SET hash = {fifth} WHERE sequence = 5")).await;
    trail.tamper(&format!("UPDATE audit_seals SET hash = {sixth} WHERE sequence = 6")).await;
    assert_eq!(trail.found().await, (Tampering::Rewritten, Some(6), None), "the head was forgotten");
    trail.tamper(&format!("UPDATE audit_head SET hash = {sixth}")).await;
    assert_eq!(trail.broken().await, None, "who can write everything and calculate leaves no trace in the tables");
    let found = verify(&trail.database, Some(noted)).await.broken.unwrap();
    assert_eq!((found.tampering, found.sequence), (Tampering::Rewritten, Some(6)));
    trail.tamper("DELETE FROM audit_seals WHERE sequence = 6").await;
    trail.tamper(&format!("DELETE FROM audit_entries WHERE id = {}", trail.id(6))).await;
    trail.tamper(&format!("UPDATE audit_head SET sequence = 5, hash = {fifth}")).await;
    assert_eq!(trail.broken().await, None);
    let found = verify(&trail.database, Some(noted)).await.broken.unwrap();
    assert_eq!((found.tampering, found.sequence), (Tampering::Truncated, Some(6)));
}
