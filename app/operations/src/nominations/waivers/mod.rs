//! Waivers: asked for in a nomination by its nominator or reviewer, answered by somebody else of HR. A granted one is a
//! fact of the person; no other fact is touched.

mod answer;
mod ask;
mod end;
mod fact;
mod list;

pub use answer::{grant_waiver, refuse_waiver};
pub use ask::{NewWaiver, ask_waiver};
pub use end::end_waiver;
pub(super) use list::seen_with;
pub use list::{WaiverList, WaiverSeen, WaiverStep, WaiverStory, list_waivers, waiver};

use model::{Refusal, Waiver};
use rules::{Day, NotApplicableReason, Span, Timeline};

use super::assessed::Assessed;
use crate::Error;

impl Assessed {
    /// The track asks for a criterion of that id, which does not hold on all days from a day to a day that are not over.
    fn must_have_to_waive(&self, criterion: &str, (from_on, until_on): (Day, Day)) -> Result<(), Error> {
        if self.assessment.decision.reason == Some(NotApplicableReason::NotEmployed) {
            return Err(Refusal::NotEmployedOn { on: self.assessment.as_of }.into());
        }
        self.must_be_in_from_job()?;
        let finding = self.assessment.findings.iter().find(|finding| finding.id.as_deref() == Some(criterion));
        let finding = finding.ok_or(Refusal::NoSuchCriterion)?;
        let asked: Timeline = Span::through(from_on.max(self.assessment.as_of), Some(until_on)).into_iter().collect();
        if asked.without(&finding.timeline).is_empty() {
            return Err(Refusal::NothingToWaive.into());
        }
        Ok(())
    }
}

/// From today on, not backwards, and for at most twelve months.
fn check_days(waiver: &Waiver, today: Day) -> Result<(), Refusal> {
    let longest = Waiver::longest_from(waiver.from_on);
    if waiver.from_on < today {
        Err(Refusal::DayPassed { on: waiver.from_on })
    } else if waiver.until_on < waiver.from_on {
        Err(Refusal::WaiverEndsBefore)
    } else if waiver.until_on > longest {
        Err(Refusal::WaiverTooLong { longest })
    } else {
        Ok(())
    }
}
