//! Stopping: who asks for it, and who is told.

use std::io;

use tokio::sync::watch;

use crate::outcome::Stop;

/// Tells everything that runs to come to an end.
pub(crate) struct Stopping(watch::Sender<bool>);

/// Waits to be told.
#[derive(Clone)]
pub(crate) struct Stopped(watch::Receiver<bool>);

/// The two ends.
pub(crate) fn stop() -> (Stopping, Stopped) {
    let (tell, told) = watch::channel(false);
    (Stopping(tell), Stopped(told))
}

impl Stopping {
    /// From now on.
    pub(crate) fn now(&self) {
        self.0.send_replace(true);
    }
}

impl Stopped {
    /// Ends when it is time to stop.
    pub(crate) async fn wait(&mut self) {
        // Who would tell is gone: that is a reason to stop, too.
        let _ = self.0.wait_for(|stopped| *stopped).await;
    }
}

/// SIGTERM and Ctrl-C, from the moment it is made.
pub(crate) struct Signals {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

impl Signals {
    /// Listens for them.
    pub(crate) fn listen() -> Result<Signals, Stop> {
        signals().map_err(|error| Stop::Cannot(format!("signals: {error}")))
    }

    /// Ends when one has come.
    #[cfg(unix)]
    pub(crate) async fn wait(mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    /// Ends when one has come.
    #[cfg(not(unix))]
    pub(crate) async fn wait(self) {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "nobody will be heard who presses Ctrl-C");
            std::future::pending().await
        }
    }
}

#[cfg(unix)]
fn signals() -> io::Result<Signals> {
    use tokio::signal::unix::{SignalKind, signal};
    Ok(Signals { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
}

#[cfg(not(unix))]
fn signals() -> io::Result<Signals> {
    Ok(Signals {})
}
