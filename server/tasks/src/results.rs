//! What the test programs said: the sum of their `test result:` lines.

/// How many tests passed, failed and did not run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Results {
    /// Those that held.
    pub(crate) passed: usize,
    /// Those that did not.
    pub(crate) failed: usize,
    /// Those that were not asked.
    pub(crate) ignored: usize,
}

impl Results {
    /// Adds what a line says, if it is a program's last word:
    /// `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s`.
    pub(crate) fn read(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else { return };
        for (count, what) in result.split([';', '.']).filter_map(|part| part.trim().split_once(' ')) {
            let Ok(count) = count.parse::<usize>() else { continue };
            match what {
                "passed" => self.passed += count,
                "failed" => self.failed += count,
                "ignored" => self.ignored += count,
                _ => {}
            }
        }
    }

    /// Why these are not good enough, if they are not. A test that is left out is not a test.
    pub(crate) fn fault(self, succeeded: bool) -> Option<String> {
        if self.failed > 0 {
            return Some(format!("{} tests failed", self.failed));
        }
        if self.ignored > 0 {
            return Some(format!("{} tests are ignored", self.ignored));
        }
        if self.passed == 0 {
            return Some("no test ran".to_owned());
        }
        (!succeeded).then(|| "not every test program came to its end".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(output: &str) -> Results {
        let mut results = Results::default();
        output.lines().for_each(|line| results.read(line));
        results
    }

    #[test]
    fn the_results_of_all_programs_are_added() {
        let output = "test days::a_leap_day ... ok\n\
            test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test result: FAILED. 3 passed; 2 failed; 1 ignored; 0 measured; 7 filtered out; finished in 61.20s\n";
        assert_eq!(read(output), Results { passed: 15, failed: 2, ignored: 1 });
    }

    #[test]
    fn only_that_every_test_ran_and_held_is_good_enough() {
        let good = Results { passed: 5, failed: 0, ignored: 0 };
        assert_eq!(good.fault(true), None);
        assert!(good.fault(false).is_some(), "a program that crashed says nothing");
        assert!(Results { failed: 1, ..good }.fault(false).is_some());
        assert!(Results { ignored: 1, ..good }.fault(true).is_some());
        assert!(Results::default().fault(true).is_some(), "no test at all");
    }
}
