//! From nomination to move: a file a use case. What is legal stands in `model::ROWS`, whose act it is in
//! `policy::authorize_nomination`, who is told in `model::told_of`.

mod answer_appeal;
mod answer_interest;
mod answer_proposal;
mod appeal;
pub(crate) mod assessed;
mod begin;
mod beginning;
mod call_off;
mod clock;
mod compare;
mod decide;
mod decide_several;
mod discard;
mod edit_case;
mod give_back;
mod letter;
mod list;
mod planned;
mod propose;
mod several;
pub(crate) mod step;
mod take_effect;
mod take_up;
mod waivers;
mod withdraw;

pub use answer_appeal::{grant_appeal, uphold};
pub use answer_interest::{ask_hr, decline_interest, endorse};
pub use answer_proposal::{consent, refuse};
pub use appeal::appeal;
pub use begin::{show_interest, start};
pub use beginning::Beginning;
pub(crate) use beginning::beginning;
pub use call_off::call_off;
pub use clock::{Advanced, advance_nominations};
pub use compare::{Comparison, Known, Shown, compare_appeal, compare_evidence};
pub use decide::{approve, decline};
pub use decide_several::{Became, Decided, Decision, MOST_AT_ONCE, decide_several, look_at_several, rehearse_several};
pub use discard::discard;
pub use edit_case::edit_case;
pub use give_back::give_back;
pub use letter::{Draft, preview_letter};
pub use list::{NominationList, Story, list_nominations, nomination, nominations_of_person};
pub use propose::propose;
pub use several::{Chosen, Outcome, Several, preview_several, start_several};
pub use step::{At, Saved};
pub use take_up::take_up;
pub use waivers::{
    NewWaiver, WaiverList, WaiverSeen, WaiverStep, WaiverStory, ask_waiver, end_waiver, grant_waiver, list_waivers,
    refuse_waiver, waiver,
};
pub use withdraw::withdraw;

pub use files::{
    BeforeAfter, Changes, CriteriaChange, CriteriaPart, FactChange, FindingChange, FrozenFinding, PacketRow,
};
pub use store::{ActTold, CountedBy, FrozenEvidence, Nominated, SentLetter, SoughtWaivers, WaiverCount, WaiverTold};
