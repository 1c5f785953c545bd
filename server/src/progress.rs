//! How far long work has come: a moving line on a terminal, now and then a plain line elsewhere.

use std::io::{IsTerminal, stderr};

use indicatif::{ProgressBar, ProgressStyle};

use crate::output::tell;

/// A plain line for every so many.
const EVERY: u64 = 100_000;

/// Goes to standard error; its line is gone when the work is done.
pub(crate) struct Progress {
    /// Where somebody watches.
    bar: Option<ProgressBar>,
    /// What is being done.
    doing: String,
}

impl Progress {
    pub(crate) fn start() -> Progress {
        let bar = stderr().is_terminal().then(ProgressBar::new_spinner);
        Progress { bar, doing: String::new() }
    }

    /// So many are done, of so many where that is known.
    pub(crate) fn step(&mut self, doing: &str, done: u64, of: Option<u64>) {
        if doing != self.doing {
            doing.clone_into(&mut self.doing);
            if let Some(bar) = &self.bar {
                begin(bar, doing, of);
            }
        }
        match &self.bar {
            Some(bar) => bar.set_position(done),
            None if done > 0 && done.is_multiple_of(EVERY) => match of {
                Some(of) => tell(format_args!("{doing}: {done} of {of}")),
                None => tell(format_args!("{doing}: {done}")),
            },
            None => {}
        }
    }
}

fn begin(bar: &ProgressBar, doing: &str, of: Option<u64>) {
    bar.reset();
    bar.set_message(doing.to_owned());
    let template = match of {
        Some(of) => {
            bar.set_length(of);
            "{msg} {wide_bar} {human_pos} of {human_len}, {eta} to go"
        }
        None => "{spinner} {msg} {human_pos}",
    };
    bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
