//! Why something is not possible with a nomination now, and what must happen first.

use model::Refusal;

use crate::English;

impl English {
    /// Why something is not possible now, and what would be.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::OutOfTurn { state: None, .. } => self.refusal_not_begun(),
            Refusal::OutOfTurn { state: Some(state), .. } => {
                self.refusal_out_of_turn(self.nomination_state(state.code()))
            }
            Refusal::TooLate { last, .. } => self.refusal_too_late(self.date(*last)),
            Refusal::TooEarly { first, .. } => self.refusal_too_early(self.date(*first)),
            Refusal::OnceOnly { .. } => self.refusal_once_only(),
            Refusal::AlreadyOpen => self.refusal_already_open(),
            Refusal::NotFromThere => self.refusal_not_from_there(),
            Refusal::OnHold { until_on } => self.refusal_on_hold(self.date(*until_on)),
            Refusal::HoldTooLong { longest } => self.refusal_hold_too_long(self.date(*longest)),
            Refusal::NoHold => self.refusal_no_hold(),
            Refusal::HoldRenewedBefore => self.refusal_hold_renewed(),
            Refusal::NotEligible { on, earliest_on, .. } => {
                let (earliest, day) = match earliest_on {
                    None => ("none", String::new()),
                    Some(day) => ("day", self.date(*day)),
                };
                self.refusal_not_eligible(self.date(*on), earliest, day)
            }
            Refusal::NoSuchCriterion => self.refusal_no_such_criterion(),
            Refusal::NothingToWaive => self.refusal_nothing_to_waive(),
            Refusal::WaiverEndsBefore => self.refusal_waiver_ends_before(),
            Refusal::WaiverTooLong { longest } => self.refusal_waiver_too_long(self.date(*longest)),
            Refusal::WaiverAsked => self.refusal_waiver_asked(),
            Refusal::WaiverOver => self.refusal_waiver_over(),
            Refusal::WaiverWithoutReason => self.refusal_waiver_without_reason(),
            Refusal::EmptyCase => self.refusal_empty_case(),
            Refusal::CaseTooLong { longest } => self.refusal_case_too_long(longest.to_string()),
            Refusal::ReasonMissing { .. } => self.refusal_reason_missing(),
            Refusal::DayPassed { on } => self.refusal_day_passed(self.date(*on)),
            Refusal::MovePlanned { on } => self.refusal_move_planned(self.date(*on)),
            Refusal::MoveOver => self.refusal_move_over(),
            Refusal::MoveOfNomination => self.refusal_move_of_nomination(),
            Refusal::MoveWithoutReason => self.refusal_move_without_reason(),
            Refusal::MoveChangesNothing => self.refusal_move_changes_nothing(),
            Refusal::NotThatKind { kind } => self.refusal_not_that_kind(kind.code()),
            Refusal::NotTheirManager => self.refusal_not_their_manager(),
            Refusal::NotEmployedOn { on } => self.refusal_not_employed_on(self.date(*on)),
            Refusal::NoSuchSite { site, nearest } => {
                self.refusal_no_such_site(site.clone(), nearest.clone().unwrap_or_else(|| "none".to_owned()))
            }
            Refusal::UnitMisspelled { unit, nearest } => self.refusal_unit_misspelled(unit.clone(), nearest.clone()),
            Refusal::NoSuchRise { least, most } => self.refusal_no_such_rise(least.to_string(), most.to_string()),
            Refusal::RiseOutOfRange { from, to } => self.refusal_rise_out_of_range(from.to_string(), to.to_string()),
            Refusal::NothingWritten => self.refusal_nothing_written(),
            Refusal::TooLong { longest } => self.refusal_too_long(longest.to_string()),
            Refusal::TooMany { most } => self.refusal_too_many(most.to_string()),
            Refusal::AsideAlready => self.refusal_aside_already(),
            Refusal::Stale { seen, now } => self.refusal_stale(seen.to_string(), now.to_string()),
        }
    }
}
