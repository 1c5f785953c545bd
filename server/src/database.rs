//! The database that a command works on: its address, and who acts in it.

use std::path::Path;

use clap::Args;
use model::{RequestId, Zone};
use operations::seal_audit;
use policy::{Actor, Context};
use store::{Company, Contents, Settings, Store, new_id};
use tokio::runtime::Runtime;

use crate::clock;
use crate::outcome::Stop;
use crate::output::tell;

/// Where the database is.
#[derive(Args, Clone, Debug)]
pub(crate) struct DatabaseArgs {
    /// sqlite:PATH or postgres://…
    #[arg(
        long = "database",
        value_name = "URL",
        env = "NEXTRUNG_DATABASE",
        default_value = DatabaseArgs::DEFAULT,
        hide_env_values = true
    )]
    address: String,
}

/// An open database, and the program itself acting in it.
pub(crate) struct Database {
    pub(crate) store: Store,
    pub(crate) ctx: Context,
    runtime: Runtime,
}

impl DatabaseArgs {
    /// The one in the current folder.
    pub(crate) const DEFAULT: &str = "sqlite:nextrung.db";

    /// The one at an address; without one, the one that is meant where nobody says.
    pub(crate) fn at(address: Option<&str>) -> DatabaseArgs {
        #[derive(clap::Parser)]
        struct Alone {
            #[command(flatten)]
            database: DatabaseArgs,
        }
        let line = ["nextrung"].into_iter().chain(address.into_iter().flat_map(|address| ["--database", address]));
        <Alone as clap::Parser>::parse_from(line).database
    }

    /// Opens the database; an SQLite file that is not there is made.
    pub(crate) fn open(&self) -> Result<Database, Stop> {
        let runtime = runtime()?;
        let (store, ctx) = runtime.block_on(async {
            let (store, company) = self.open_store().await?;
            Ok::<_, Stop>((store, system(&company.time_zone)))
        })?;
        Ok(Database { store, ctx, runtime })
    }

    /// Opens the database, and says whose it is.
    pub(crate) async fn open_store(&self) -> Result<(Store, Company), Stop> {
        let store = Store::open(&self.address, Settings::default()).await?;
        let company = store.read(&system(&Zone::UTC), async |tx| tx.company().get().await).await?;
        Ok((store, company))
    }

    /// Opens a database that is there: for who only reads, an empty one would be a surprise.
    pub(crate) fn open_existing(&self) -> Result<Database, Stop> {
        match self.address.strip_prefix("sqlite:") {
            Some(path) if !Path::new(path).exists() => {
                Err(Stop::cannot(Path::new(path), "there is no database here; `nextrung import` makes one"))
            }
            Some(_) | None => self.open(),
        }
    }

    /// Puts a backup where no database is yet.
    pub(crate) fn restore(&self, from: &Path) -> Result<Contents, Stop> {
        Ok(runtime()?.block_on(operations::restore(&system(&Zone::UTC), from, &self.address))?)
    }
}

fn runtime() -> std::io::Result<Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()
}

/// The program itself, now, where days are those of a time zone.
fn system(zone: &Zone) -> Context {
    let now = clock::now();
    Context { actor: Actor::System, now, today: zone.day(now), request: new_id::<RequestId>(now) }
}

impl Database {
    /// Does one piece of work that writes, and seals what the audit trail has of it: no server may be there to do so.
    pub(crate) fn write<T, E: Into<Stop>>(
        &self,
        work: impl AsyncFnOnce(&Store, &Context) -> Result<T, E>,
    ) -> Result<T, Stop> {
        let done = self.run(work)?;
        if let Err(error) = self.runtime.block_on(seal_audit(&self.store, &self.ctx)) {
            tell(format_args!("done, but the audit trail is not sealed yet: {error}"));
        }
        Ok(done)
    }

    /// Does one piece of work in it, to its end.
    pub(crate) fn run<T, E: Into<Stop>>(
        &self,
        work: impl AsyncFnOnce(&Store, &Context) -> Result<T, E>,
    ) -> Result<T, Stop> {
        self.runtime.block_on(work(&self.store, &self.ctx)).map_err(Into::into)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.runtime.block_on(self.store.close());
    }
}
