//! Steps: a command each, printed before it runs, with its time after.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// The cargo to call and where.
pub(crate) struct Cargo {
    /// Its executable.
    pub(crate) program: PathBuf,
    /// The top of the checkout.
    pub(crate) top: PathBuf,
}

impl Cargo {
    /// Cargo with these arguments, at the top of the checkout.
    pub(crate) fn command<const N: usize>(&self, arguments: [&str; N]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments).current_dir(&self.top);
        command
    }
}

/// What ran, and what became of it.
#[derive(Default)]
pub(crate) struct Steps {
    /// Names of the steps that went well.
    passed: Vec<String>,
    /// Names of those that did not.
    failed: Vec<String>,
}

impl Steps {
    /// Runs a command to its end and says whether it succeeded.
    pub(crate) fn run(&mut self, name: &str, mut command: Command) -> bool {
        self.time(name, &shown(&command), || match command.stdin(Stdio::null()).status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(status.to_string()),
            Err(error) => Err(error.to_string()),
        })
    }

    /// Does something that can fail, and says whether it succeeded.
    pub(crate) fn time(&mut self, name: &str, what: &str, act: impl FnOnce() -> Result<(), String>) -> bool {
        say(&format!("\n== {name}: {what}"));
        let stopwatch = Stopwatch::start();
        let done = act();
        let (verdict, list) = match &done {
            Ok(()) => ("ok".to_owned(), &mut self.passed),
            Err(reason) => (format!("FAILED ({reason})"), &mut self.failed),
        };
        say(&format!("== {name}: {verdict} in {}", stopwatch.elapsed()));
        list.push(name.to_owned());
        done.is_ok()
    }

    /// How many steps went well.
    pub(crate) fn passed(&self) -> usize {
        self.passed.len()
    }

    /// Which steps did not.
    pub(crate) fn failed(&self) -> &[String] {
        &self.failed
    }

    /// Success if every step was one.
    pub(crate) fn exit_code(&self) -> ExitCode {
        if self.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// The command as one would type it; of the settings, those that it adds to the environment.
pub(crate) fn shown(command: &Command) -> String {
    let settings = command.get_envs().filter_map(|(name, value)| Some(format!("{}={:?} ", name.display(), value?)));
    let program = PathBuf::from(command.get_program());
    let program = program.file_stem().unwrap_or(command.get_program()).display().to_string();
    let arguments = command.get_args().map(|argument| format!(" {}", argument.display()));
    settings.chain([program]).chain(arguments).collect()
}

/// How long something takes.
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    #[expect(clippy::disallowed_methods, reason = "steps are printed with their time")]
    pub(crate) fn start() -> Stopwatch {
        Stopwatch(Instant::now())
    }

    /// In minutes and seconds, as people say it.
    pub(crate) fn elapsed(&self) -> String {
        in_words(self.0.elapsed())
    }
}

fn in_words(time: Duration) -> String {
    match (time.as_secs() / 60, time.as_secs() % 60) {
        (0, _) => format!("{:.1} s", time.as_secs_f64()),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

/// A line on standard output. Where nobody reads any more there is nobody to tell.
pub(crate) fn say(line: &str) {
    // Among the results of tests nobody should read of steps that failed on purpose.
    if !cfg!(test) {
        let _ = writeln!(io::stdout().lock(), "{line}");
    }
}

/// A line on standard error.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_fails_makes_the_whole_fail() {
        let mut steps = Steps::default();
        assert!(steps.time("good", "", || Ok(())));
        assert_eq!(steps.exit_code(), ExitCode::SUCCESS);
        assert!(!steps.time("bad", "", || Err("planted".to_owned())));
        assert_eq!(steps.exit_code(), ExitCode::FAILURE);
        assert_eq!((steps.passed(), steps.failed()), (1, &["bad".to_owned()][..]));
    }

    #[test]
    fn a_program_that_is_not_there_is_a_failed_step() {
        assert!(!Steps::default().run("nowhere", Command::new("no-such-program-anywhere")));
    }

    #[test]
    fn times_are_in_minutes_from_a_minute_on() {
        assert_eq!(in_words(Duration::from_millis(1250)), "1.2 s");
        assert_eq!(in_words(Duration::from_secs(125)), "2 min 5 s");
    }
}
