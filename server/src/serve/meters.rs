//! Measures, for Prometheus. Labels are names of the program's own: routes as they are written, never what was asked for.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// Seconds: a page takes one millisecond, a password tens of them.
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// What is measured while the server runs.
#[derive(Clone)]
pub(crate) struct Meters {
    requests: Family<Request, Histogram, fn() -> Histogram>,
    runs: Family<Run, Counter>,
    job_seconds: Family<Job, Counter<f64, AtomicU64>>,
    /// Connections to the database, in use or not.
    pub(crate) connections: Family<Connections, Gauge>,
    /// People whose stored assessments are still to be updated.
    pub(crate) to_update: Gauge,
    /// Stored assessments that the last nightly check found to be otherwise than recomputed.
    pub(crate) deviations: Gauge,
    registry: Arc<Registry>,
}

/// A kind of request and how it was answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Job {
    job: &'static str,
}

/// Runs of a job that ended in one way.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Run {
    job: &'static str,
    ended: &'static str,
}

/// Connections in one state.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(crate) struct Connections {
    state: &'static str,
}

impl Meters {
    /// Everything at nothing.
    pub(crate) fn new() -> Meters {
        let mut meters = Meters {
            requests: Family::new_with_constructor(|| Histogram::new(BUCKETS)),
            runs: Family::default(),
            job_seconds: Family::default(),
            connections: Family::default(),
            to_update: Gauge::default(),
            deviations: Gauge::default(),
            registry: Arc::default(),
        };
        let mut registry = Registry::with_prefix("nextrung");
        let Meters { requests, runs, job_seconds, connections, to_update, deviations, .. } = &meters;
        registry.register_with_unit("requests", "How long requests took", Unit::Seconds, requests.clone());
        registry.register("job_runs", "Runs of jobs", runs.clone());
        registry.register_with_unit("job_time", "How long jobs ran", Unit::Seconds, job_seconds.clone());
        registry.register("connections", "Connections to the database", connections.clone());
        let help = "People whose stored assessments are still to be updated";
        registry.register("people_to_update", help, to_update.clone());
        let help = "Stored assessments that the last nightly check found to be otherwise than recomputed";
        registry.register("deviations", help, deviations.clone());
        meters.registry = Arc::new(registry);
        meters
    }

    /// A request was answered.
    pub(crate) fn answered(&self, method: &'static str, route: String, status: u16, took: Duration) {
        self.requests.get_or_create(&Request { method, route, status }).observe(took.as_secs_f64());
    }

    /// A job ran.
    pub(crate) fn ran(&self, job: &'static str, ended: &'static str, took: Duration) {
        self.runs.get_or_create(&Run { job, ended }).inc();
        self.job_seconds.get_or_create(&Job { job }).inc_by(took.as_secs_f64());
    }

    /// So many connections are open, of which so many are idle.
    pub(crate) fn connected(&self, open: u32, idle: u32) {
        let set = |state, count| self.connections.get_or_create(&Connections { state }).set(count);
        set("idle", i64::from(idle));
        set("in_use", i64::from(open.saturating_sub(idle)));
    }

    /// As Prometheus reads it.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        match encode(&mut text, &self.registry) {
            Ok(()) => text,
            // Writing to a string does not fail.
            Err(error) => format!("# {error}\n"),
        }
    }
}
