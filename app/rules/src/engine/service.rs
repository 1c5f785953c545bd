//! How long somebody has been here and in their job, counted as `tenure` and `time_in_job` count it.

use super::Subject;
use crate::assessment::{Counted, Measure, Service};
use crate::criteria;
use crate::known::Known;
use crate::ladder::{Clock, Rule};

impl Subject<'_, '_> {
    /// Service and time in the job held, so far.
    pub fn service(&self) -> Service {
        let catalogue = &self.engine.ladder.catalogue;
        let count = |rule: &Rule| criteria::leaf(rule, catalogue).and_then(|leaf| counted(&*leaf, &self.known));
        Service {
            here: count(&Rule::Tenure { months: 1, clock: Clock::ServiceDate }),
            in_job: count(&Rule::TimeInJob { months: 1, jobs: None }),
        }
    }
}

fn counted(leaf: &dyn criteria::Leaf, known: &Known<'_>) -> Option<Counted> {
    match leaf.measure(known) {
        Measure::Service { since, months, days, leave_days } => {
            Some(Counted { since: since?, months, days, leave_days })
        }
        Measure::Certification { .. }
        | Measure::Language { .. }
        | Measure::Training { .. }
        | Measure::Metric { .. }
        | Measure::Rating { .. }
        | Measure::Skill { .. }
        | Measure::Activity { .. }
        | Measure::ClearConduct { .. }
        | Measure::Employment { .. }
        | Measure::Group { .. } => None,
    }
}
