//! The same rows by the engine's own means, into the same tables: what an import is held against.

use std::path::Path;
use std::process::{Command, Stdio};

use store::{Settings, Store};

use crate::database::{Database, Engine, new_postgres, plain, setting};
use crate::timed;

/// The tables that an import fills, in an order that their references allow.
const TABLES: [&str; 4] = ["changes", "facts", "employees", "reporting_lines"];

pub(crate) async fn run(engine: Engine, database: &Database) {
    let folder = tempfile::tempdir().unwrap();
    match engine {
        Engine::Sqlite => {
            let address = format!("sqlite:{}", folder.path().join("bulk.db").display());
            let empty = Store::open(&address, Settings::default()).await.unwrap();
            let from = database.address.strip_prefix("sqlite:").unwrap();
            empty.close().await;
            let path = address.strip_prefix("sqlite:").unwrap();
            let load = |each: &str, end: &str| {
                let copied = TABLES.map(|table| format!("INSERT INTO {table} SELECT * FROM loaded.{table}{each};\n"));
                let script = format!(
                    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ATTACH '{from}' AS loaded;\nBEGIN;\n{}{end};",
                    copied.concat()
                );
                let mut sqlite = Command::new("sqlite3");
                sqlite.args(["-bail", path, &script]);
                sqlite
            };
            // Without a condition it copies whole tables with their indexes, page by page.
            timed("its own bulk load of the same rows, row by row", async { ran(load(" WHERE TRUE", "ROLLBACK")) })
                .await;
            timed("its own bulk load of the same rows", async { ran(load("", "COMMIT")) }).await;
        }
        Engine::Postgres => {
            let address = new_postgres().await;
            Store::open(&address, Settings::default()).await.unwrap().close().await;
            let file = |table: &str| folder.path().join(table).display().to_string();
            let out =
                TABLES.map(|table| format!("\\copy {table} to '{}' with (format binary)\n", file(table))).concat();
            ran(psql(&database.address, folder.path(), &out));
            let copied =
                TABLES.map(|table| format!("\\copy {table} from '{}' with (format binary)\n", file(table))).concat();
            let load = psql(&address, folder.path(), &format!("BEGIN;\n{copied}COMMIT;\n"));
            timed("its own bulk load of the same rows", async { ran(load) }).await;
        }
    }
}

fn psql(address: &str, folder: &Path, script: &str) -> Command {
    let file = folder.join("script");
    std::fs::write(&file, script).unwrap();
    let programs = setting("NEXTRUNG_TEST_POSTGRES_PROGRAMS");
    let program = programs.map_or_else(|| "psql".to_owned(), |folder| format!("{folder}/psql"));
    let mut psql = Command::new(program);
    psql.args(["--quiet", "--set=ON_ERROR_STOP=1", &format!("--file={}", file.display()), &plain(address)]);
    psql
}

fn ran(mut program: Command) {
    let done = program.stdin(Stdio::null()).stdout(Stdio::null()).status().unwrap();
    assert!(done.success(), "{program:?}");
}
