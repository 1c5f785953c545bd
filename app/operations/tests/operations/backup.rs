//! Backups: made while the database is written, checked, and put back where nothing is.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use model::{Event, Tampering};
use rules::Assessment;
use store::{Settings, Store};

use crate::database::{Database, Engine, new_postgres, plain, setting, system_on};
use crate::import::{people, take};

const TODAY: &str = "2026-11-22";

async fn assessments(store: &Store) -> BTreeMap<(String, String), Assessment> {
    let mut all = BTreeMap::new();
    let each = |number: &str, assessment: &Assessment, ladder: &rules::Ladder| {
        let track = ladder.track(assessment.track).code.to_string();
        all.insert((number.to_owned(), track), assessment.clone());
        Ok(())
    };
    operations::assess_all(store, &system_on(TODAY), each).await.unwrap();
    assert!(all.len() > 100);
    all
}

async fn record(store: &Store, day: &str) {
    let swept = async |tx: &mut store::Tx| {
        tx.record(Event::DaySwept { day: day.to_owned() });
        Ok::<(), store::Error>(())
    };
    store.write(&system_on(TODAY), swept).await.unwrap();
}

async fn filled(engine: Engine) -> Database {
    let database = Database::new(engine).await;
    take(&database, &people()).await;
    operations::seal_audit(&database.store, &system_on(TODAY)).await.unwrap();
    database
}

async fn open(file: &Path) -> Store {
    Store::open(&format!("sqlite:{}", file.display()), Settings::default()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_while_the_database_is_written_restores_to_the_same_assessments() {
    let database = filled(Engine::Sqlite).await;
    let ctx = system_on(TODAY);
    let folder = tempfile::tempdir().unwrap();
    let (backup, restored) = (folder.path().join("backup.db"), folder.path().join("restored.db"));
    let done = std::cell::Cell::new(false);
    let backing_up = async {
        let contents = operations::back_up(&database.store, &ctx, &backup).await.unwrap();
        done.set(true);
        contents
    };
    let writing = async {
        let mut written = 0_u64;
        while !done.get() {
            record(&database.store, TODAY).await;
            written += 1;
        }
        written
    };
    let (contents, written) = tokio::join!(backing_up, writing);
    assert!(written > 0, "it was written meanwhile");
    assert_eq!((contents.counts.people, contents.trail.broken), (people().len() as u64, None));
    assert!(contents.trail.head.sequence > 0 && contents.counts.facts > contents.counts.people);

    let address = format!("sqlite:{}", restored.display());
    assert_eq!(operations::restore(&ctx, &backup, &address).await.unwrap(), contents);
    let restored = open(&restored).await;
    assert_eq!(assessments(&restored).await, assessments(&database.store).await);
    record(&restored, TODAY).await;
    assert_eq!(operations::verify_audit(&restored, &ctx, None).await.unwrap().broken, None);
}

#[tokio::test]
async fn neither_a_backup_nor_a_database_is_ever_written_over() {
    let database = filled(Engine::Sqlite).await;
    let ctx = system_on(TODAY);
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.db");
    operations::back_up(&database.store, &ctx, &backup).await.unwrap();
    let bytes = std::fs::read(&backup).unwrap();
    let again = operations::back_up(&database.store, &ctx, &backup).await.unwrap_err().to_string();
    assert!(again.contains("is there already"), "{again}");
    let over = operations::restore(&ctx, &backup, &database.address).await.unwrap_err().to_string();
    assert!(over.contains("is there already"), "{over}");
    assert_eq!(std::fs::read(&backup).unwrap(), bytes);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[tokio::test]
async fn a_copy_that_is_damaged_cut_off_or_something_else_is_not_restored() {
    let database = filled(Engine::Sqlite).await;
    let ctx = system_on(TODAY);
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.db");
    operations::back_up(&database.store, &ctx, &backup).await.unwrap();
    let bytes = std::fs::read(&backup).unwrap();
    let mut damaged = bytes.clone();
    let middle = damaged.len() / 2 / 4096 * 4096;
    damaged[middle..middle + 4096].fill(0x5a);
    let target = folder.path().join("restored.db");
    for copy in [damaged, bytes[..bytes.len() / 2].to_vec(), b"employee_number,full_name\n".to_vec(), Vec::new()] {
        let file = folder.path().join("copy.db");
        std::fs::write(&file, &copy).unwrap();
        let refused = operations::restore(&ctx, &file, &format!("sqlite:{}", target.display())).await.unwrap_err();
        assert!(refused.to_string().contains("copy.db: this is no sound copy"), "{refused}");
        assert!(!target.exists());
    }
}

#[tokio::test]
async fn a_broken_trail_is_copied_as_it_is_and_told() {
    let database = filled(Engine::Sqlite).await;
    let ctx = system_on(TODAY);
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.db");
    operations::back_up(&database.store, &ctx, &backup).await.unwrap();
    // The sealed words of an entry, changed in the file itself to as many others.
    let mut bytes = std::fs::read(&backup).unwrap();
    // In its detail, of which no index holds a copy.
    let (was, is) = (b"\"act\":\"import_applied\"", b"\"act\":\"import_mislaid\"");
    let at = bytes.windows(was.len()).rposition(|words| words == was).unwrap();
    bytes[at..at + was.len()].copy_from_slice(is);
    std::fs::write(&backup, bytes).unwrap();
    let address = format!("sqlite:{}", folder.path().join("restored.db").display());
    let broken = operations::restore(&ctx, &backup, &address).await.unwrap().trail.broken.unwrap();
    assert_eq!((broken.tampering, broken.sequence), (Tampering::Changed, Some(1)));
}

#[tokio::test]
async fn postgresql_is_backed_up_and_restored_by_its_own_tools_to_the_same_assessments() {
    let database = filled(Engine::Postgres).await;
    let ctx = system_on(TODAY);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup");
    let ours = operations::back_up(&database.store, &ctx, &file).await.unwrap_err().to_string();
    assert!(ours.contains("pg_dump") && ours.contains("pg_restore"), "{ours}");

    let restored = new_postgres().await;
    let file = file.to_str().unwrap();
    run("pg_dump", &["--format=custom", &format!("--file={file}"), &plain(&database.address)]);
    run("pg_restore", &["--exit-on-error", &format!("--dbname={}", plain(&restored)), file]);
    let restored = Store::open(&restored, Settings::default()).await.unwrap();
    assert_eq!(restored.migrated().from, Some(restored.migrated().to), "its tables are there already");
    assert_eq!(assessments(&restored).await, assessments(&database.store).await);
    let (before, after) = (
        operations::verify_audit(&database.store, &ctx, None).await.unwrap(),
        operations::verify_audit(&restored, &ctx, None).await.unwrap(),
    );
    assert_eq!((before, after.broken), (after, None));
    record(&restored, TODAY).await;
}

/// Runs one of PostgreSQL's tools: in the folder that `cargo verify` names, else on the path.
fn run(program: &str, arguments: &[&str]) {
    let folder = setting("NEXTRUNG_TEST_POSTGRES_PROGRAMS");
    let program = folder.map_or(program.into(), |folder| Path::new(&folder).join(program));
    let ran = Command::new(&program).args(arguments).output().unwrap_or_else(|error| panic!("{program:?}: {error}"));
    assert!(ran.status.success(), "{program:?} {arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
}
