//! `serve`: the web application.

use std::net::SocketAddr;

use clap::Args;
use rules::Day;

use crate::database::DatabaseArgs;
use crate::outcome::{Outcome, Stop};
use crate::serve::{Kind, Listen, Server};

/// Serve the web application, until SIGTERM or Ctrl-C
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung serve
  nextrung serve --listen 0.0.0.0 --behind-tls --url https://careers.example.org
  nextrung serve --demo --database sqlite:demo.db

On an empty database it shows the one-time address at which the first administrator sets a password.
Without TLS, cookies and passwords travel as they are: then listen on this machine alone, as it does unless
told otherwise. /healthz says that the process lives, /readyz that its database answers. Logs go to standard
error, as JSON unless that is a terminal.")]
pub(crate) struct Serve {
    /// Where to listen, as IP or IP:PORT [default: 127.0.0.1:8080, or the next port that is free]
    #[arg(long, value_name = "ADDR")]
    listen: Option<Listen>,
    /// Fill an empty database with the fictional company as of today, on this machine alone
    #[arg(long)]
    demo: bool,
    /// Of a demonstration: the day that it is, for ever
    #[arg(long, value_name = "DAY", requires = "demo")]
    today: Option<Day>,
    /// People reach it through a proxy that speaks TLS, and that says in X-Forwarded-For whom a request comes from
    #[arg(long, conflicts_with = "demo")]
    behind_tls: bool,
    /// The address at which people reach it, for the one-time address that is shown [default: where it listens]
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// Where Prometheus finds measures, as IP:PORT
    #[arg(long, value_name = "ADDR")]
    metrics: Option<SocketAddr>,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Serve {
    pub(crate) fn run(self) -> Outcome {
        let Serve { listen, demo, today, behind_tls, url, metrics, database } = self;
        let listen = listen.unwrap_or_default();
        let kind = match (demo, behind_tls) {
            (true, _) if !listen.ip.is_loopback() => {
                let why = "--demo listens on this machine alone: everybody knows its passwords";
                return Err(Stop::Usage(why.to_owned()));
            }
            (true, _) => Kind::Demo { today },
            (false, true) => Kind::BehindTls,
            (false, false) => Kind::Plain,
        };
        Server { listen, kind, url, metrics, database }.run()
    }
}
