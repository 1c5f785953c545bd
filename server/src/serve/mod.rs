//! The server: the web application, its jobs, and how both begin and end.

mod assets;
mod compressed;
mod demo;
mod first;
mod health;
mod listen;
mod log;
mod measured;
mod meters;
mod proxy;
mod requests;
mod stop;

use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::middleware::{from_fn, from_fn_with_state};
use axum::serve::ListenerExt;
use axum::{Router, serve};
use model::RequestId;
use operations::ReadLog;
use policy::{Actor, Context};
use rules::Day;
use store::{Company, Store, new_id};
use tokio::net::TcpListener;
use web::{App, Clock, Moment, Safety};
use words::English;

use crate::clock::{Frozen, Running};
use crate::database::DatabaseArgs;
use crate::jobs::Jobs;
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::answers;

pub(crate) use listen::Listen;
pub(crate) use meters::Meters;
pub(crate) use stop::Stopped;

/// How long what runs has to come to its end.
const DEADLINE: Duration = Duration::from_secs(10);

/// How long the database has to close after that: what was committed is kept without it.
const CLOSING: Duration = Duration::from_secs(2);

/// A server to be.
pub(crate) struct Server {
    pub(crate) listen: Listen,
    pub(crate) kind: Kind,
    /// Where people reach it, if not where it listens.
    pub(crate) url: Option<String>,
    /// Where measures are shown.
    pub(crate) metrics: Option<SocketAddr>,
    pub(crate) database: DatabaseArgs,
}

/// What it serves, and how it is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A company, without TLS.
    Plain,
    /// A company, through a proxy that speaks TLS.
    BehindTls,
    /// The fictional company, as of a day that stays or as days pass.
    Demo { today: Option<Day> },
}

/// What handlers and jobs work with, beside people. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Work {
    pub(crate) app: App,
    pub(crate) meters: Meters,
}

impl Work {
    /// The program itself, acting now.
    pub(crate) fn ctx(&self) -> Context {
        let Moment { now, today, .. } = self.app.clock.moment();
        Context { actor: Actor::System, now, today, request: new_id::<RequestId>(now) }
    }
}

impl Server {
    /// Serves until somebody asks it to stop.
    pub(crate) fn run(self) -> Outcome {
        log::start()?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(async {
            let signals = stop::Signals::listen()?;
            let (store, company) = self.database.open_store().await?;
            let served = self.serve(store.clone(), &company, signals).await;
            // What was cut off may still hold a connection.
            if tokio::time::timeout(CLOSING, store.close()).await.is_err() {
                tracing::warn!("the database was left open");
            }
            served
        })
    }

    async fn serve(&self, store: Store, company: &Company, signals: stop::Signals) -> Outcome {
        self.refuse_what_is_not_meant(company)?;
        let work = Work { app: self.app(store, company)?, meters: Meters::new() };
        let listener = self.listen.bind().await?;
        let measured = match self.metrics {
            Some(address) => Some(measured::bind(address).await?),
            None => None,
        };
        let here = format!("http://{}", listener.local_addr()?);
        assets::warn_without();
        let url = self.url.as_deref().unwrap_or(&here);
        match self.kind {
            Kind::Demo { .. } => demo::prepare(&work).await?,
            Kind::Plain | Kind::BehindTls => first::invite(&work, url).await?,
        }
        let (stopping, stopped) = stop::stop();
        let pages = tokio::spawn(answer(listener, self.router(work.clone()), stopped.clone()));
        if let Some(measured) = &measured {
            say(&format!("Measures are at http://{}/metrics", measured.local_addr()?))?;
        }
        let measures =
            measured.map(|listener| tokio::spawn(answer(listener, measured::router(work.clone()), stopped.clone())));
        let jobs = Jobs::start(&work, &stopped);
        say(&format!("Nextrung is at {here}"))?;
        tracing::info!(address = here, "listens");

        signals.wait().await;
        tracing::info!("stops");
        stopping.now();
        let ended = tokio::time::timeout(DEADLINE, async {
            let ended = pages.await;
            jobs.end().await;
            ended
        });
        match ended.await {
            Ok(ended) => ended.map_err(|error| Stop::Cannot(error.to_string()))??,
            Err(_) => tracing::warn!("some requests did not end in time, and were cut off"),
        }
        if let Some(measures) = measures {
            measures.abort();
        }
        crate::jobs::conclude(&work).await;
        tracing::info!("stopped");
        Ok(Answer::Yes)
    }

    /// What is known to everybody is not for others to reach, and what is somebody's is not to be played with.
    fn refuse_what_is_not_meant(&self, company: &Company) -> Result<(), Stop> {
        match self.kind {
            Kind::Plain | Kind::BehindTls if company.is_demo => {
                Err(Stop::Refused("this is the demonstration's database: serve it with --demo".to_owned()))
            }
            Kind::Plain | Kind::BehindTls | Kind::Demo { .. } => Ok(()),
        }
    }

    fn app(&self, store: Store, company: &Company) -> Result<App, Stop> {
        let clock: Arc<dyn Clock> = match self.kind {
            Kind::Demo { today: Some(day) } => Arc::new(Frozen::on(day, company.time_zone.clone())),
            Kind::Demo { today: None } | Kind::Plain | Kind::BehindTls => {
                Arc::new(Running::start(company.time_zone.clone()))
            }
        };
        let safety = match self.kind {
            Kind::BehindTls => Safety::Tls,
            Kind::Plain | Kind::Demo { .. } => Safety::Plain,
        };
        let (words, assets) = (Arc::new(English::new()), Arc::new(assets::addresses()));
        Ok(App { store, words, clock, assets, safety, read_log: Arc::new(ReadLog::default()) })
    }

    fn router(&self, work: Work) -> Router {
        let pages = match self.kind {
            Kind::BehindTls => web::router(work.app.clone()).layer(from_fn(proxy::believe)),
            Kind::Plain | Kind::Demo { .. } => web::router(work.app.clone()),
        };
        let noted = pages.layer(from_fn_with_state(work.clone(), requests::note));
        let pages = noted.merge(health::router(work)).layer(from_fn(compressed::serve));
        pages.layer(from_fn(assets::serve))
    }
}

/// Answers until it is time to stop, and then whatever has been asked already.
async fn answer(listener: TcpListener, router: Router, mut stopped: Stopped) -> std::io::Result<()> {
    let listener = listener.tap_io(|connection| {
        // Without it an answer in two pieces waits 40 ms for the second; with an error it does just that.
        if let Err(error) = connection.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    serve(listener, service).with_graceful_shutdown(async move { stopped.wait().await }).await
}

/// A line for who started it.
fn say(line: &str) -> Result<(), Stop> {
    let mut answers = answers();
    writeln!(answers, "{line}")?;
    Ok(answers.flush()?)
}
