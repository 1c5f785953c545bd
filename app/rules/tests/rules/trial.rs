//! Runs a property over many random cases, within a time, from a seed that can be given; shrinks what fails.

use std::fmt::Debug;
use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// How many cases a property is tried on, where time allows.
const CASES: u32 = 3_000;
/// How long it may take, unless `NEXTRUNG_PROPERTY_SECONDS` says otherwise: then it takes all of that.
const SECONDS: u64 = 20;
/// How long a search for something rare may take: a busy machine must not make it come home with nothing.
const SEARCH_SECONDS: u64 = 300;
/// How long a failing case is made simpler.
const SHRINKING: Duration = Duration::from_secs(20);

/// A stream of random cases.
pub(crate) struct Trial {
    seed: u64,
    runner: TestRunner,
    until: Instant,
    cases: u32,
    tried: u32,
}

impl Trial {
    /// Prints the seed, so that a run can be repeated with `NEXTRUNG_SEED`.
    #[expect(clippy::print_stdout, reason = "whoever reads of a failure needs the seed")]
    pub(crate) fn new(property: &str) -> Trial {
        let given = setting("NEXTRUNG_SEED");
        let seed = given.unwrap_or_else(|| RandomState::new().hash_one(property));
        println!("{property}: NEXTRUNG_SEED={seed}");
        let seconds = setting("NEXTRUNG_PROPERTY_SECONDS");
        let cases = if seconds.is_some() { u32::MAX } else { CASES };
        let until = now() + Duration::from_secs(seconds.unwrap_or(SECONDS));
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        let runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
        Trial { seed, runner, until, cases, tried: 0 }
    }

    /// The same for what is looked for among all the cases, however long they take.
    pub(crate) fn search(property: &str) -> Trial {
        let trial = Trial::new(property);
        Trial { until: trial.until.max(now() + Duration::from_secs(SEARCH_SECONDS)), cases: CASES, ..trial }
    }

    /// The next case, while there is time and more are wanted.
    pub(crate) fn next<S: Strategy>(&mut self, strategy: &S) -> Option<S::Tree> {
        if self.tried == self.cases || now() >= self.until {
            return None;
        }
        self.tried += 1;
        Some(strategy.new_tree(&mut self.runner).expect("cases are made without rejections"))
    }

    /// Tries the property on case after case; fails with the simplest failing case and what is wrong with it.
    pub(crate) fn hold<S: Strategy>(mut self, strategy: &S, property: impl Fn(&S::Value) -> Vec<String>) -> u32
    where
        S::Value: Debug,
    {
        while let Some(mut tree) = self.next(strategy) {
            let wrong = property(&tree.current());
            if !wrong.is_empty() {
                simplify(&mut tree, &property);
                let case = tree.current();
                let wrong = property(&case).join("\n");
                panic!("NEXTRUNG_SEED={} case {}\n{wrong}\n\n{case:?}", self.seed, self.tried);
            }
        }
        self.tried
    }
}

/// Makes a failing case as simple as it can be made in a while.
fn simplify<T: ValueTree>(tree: &mut T, property: impl Fn(&T::Value) -> Vec<String>) {
    let until = now() + SHRINKING;
    if !tree.simplify() {
        return;
    }
    loop {
        let fails = !property(&tree.current()).is_empty();
        let more = if fails { tree.simplify() } else { tree.complicate() };
        let late = now() >= until;
        if fails && late || !more {
            return;
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "how long a property is tried is not what it says")]
fn now() -> Instant {
    Instant::now()
}

#[expect(clippy::disallowed_methods, reason = "a test has no command line of its own")]
fn setting(name: &str) -> Option<u64> {
    let value = std::env::var(name).ok()?;
    Some(value.parse().unwrap_or_else(|_| panic!("{name} must be a whole number, not {value:?}")))
}
