//! What the server does beside answering: each job on its own schedule, on every server. What only one may do at a time
//! is guarded by leases in the database, so that any number of servers run, and one that is killed is replaced.

mod daily;
mod log_reading;
mod seal;
mod time_zone;
mod update;

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use operations::Error;
use tokio::task::JoinSet;

use crate::clock::Stopwatch;
use crate::serve::{Stopped, Work};

/// A job: what it is called in logs and measures, how often it is looked after, and what it does.
struct Job {
    name: &'static str,
    every: Duration,
    run: fn(Work) -> Run,
}

/// One run of a job.
type Run = Pin<Box<dyn Future<Output = Result<Ran, Error>> + Send>>;

/// What a run came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ran {
    /// There was nothing to do, or another server does it.
    Idle,
    /// What there was to do is done.
    Done,
    /// A part of it is; the next run goes on at once.
    More,
}

const SEAL: Job = Job { name: "seal", every: Duration::from_secs(1), run: |work| Box::pin(seal::run(work)) };
const UPDATE: Job = Job { name: "update", every: Duration::from_secs(2), run: |work| Box::pin(update::run(work)) };
const LOG_READING: Job =
    Job { name: "log_reading", every: Duration::from_secs(5), run: |work| Box::pin(log_reading::run(work)) };
const DAILY: Job = Job { name: "daily", every: Duration::from_secs(5), run: |work| Box::pin(daily::run(work)) };
const TIME_ZONE: Job =
    Job { name: "time_zone", every: Duration::from_secs(5), run: |work| Box::pin(time_zone::run(work)) };

/// How long a job that failed rests, at least.
const REST: Duration = Duration::from_secs(5);

/// The jobs under way.
pub(crate) struct Jobs(JoinSet<()>);

impl Jobs {
    /// Begins all of them.
    pub(crate) fn start(work: &Work, stopped: &Stopped) -> Jobs {
        let jobs = [SEAL, UPDATE, LOG_READING, DAILY, TIME_ZONE];
        Jobs(jobs.into_iter().map(|job| keep_doing(job, work.clone(), stopped.clone())).collect())
    }

    /// Waits for the runs under way; the jobs were told to stop.
    pub(crate) async fn end(self) {
        self.0.join_all().await;
    }
}

/// What is not left to another server: done when nothing else runs any more.
pub(crate) async fn conclude(work: &Work) {
    for job in [LOG_READING, SEAL] {
        if let Err(error) = run(&job, work).await {
            tracing::error!(job = job.name, cause = %error, "not done at the end");
        }
    }
}

async fn keep_doing(job: Job, work: Work, mut stopped: Stopped) {
    let mut is_failing = false;
    loop {
        let ran = run(&job, &work).await;
        match &ran {
            // Said once, and once more when it is over.
            Err(error) if !is_failing => tracing::error!(job = job.name, cause = %error, "fails, and is tried again"),
            Ok(_) if is_failing => tracing::info!(job = job.name, "goes again"),
            Ok(_) | Err(_) => {}
        }
        is_failing = ran.is_err();
        let pause = match ran {
            Ok(Ran::More) => Duration::ZERO,
            Ok(Ran::Idle | Ran::Done) => job.every,
            Err(_) => job.every.max(REST),
        };
        tokio::select! {
            biased;
            () = stopped.wait() => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

async fn run(job: &Job, work: &Work) -> Result<Ran, Error> {
    let stopwatch = Stopwatch::start();
    let ran = (job.run)(work.clone()).await;
    let ended = match ran {
        Ok(Ran::Idle) => return ran,
        Ok(Ran::Done | Ran::More) => "done",
        Err(_) => "failed",
    };
    work.meters.ran(job.name, ended, stopwatch.elapsed());
    ran
}
