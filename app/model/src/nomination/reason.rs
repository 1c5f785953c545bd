//! Why something was decided, by code: what is counted, and what letters say.

use super::NominationAct;

/// Why something was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Not at this time; later, gladly.
    NotNow,
    /// The team cannot spare them for now.
    Coverage,
    /// The results of late do not carry it.
    Results,
    /// More practice in the present job comes first.
    MoreExperience,
    /// The case does not show enough.
    CaseTooThin,
    /// A fact of the record is in doubt.
    FactInDoubt,
    /// There is no place in that job now.
    NoOpening,
    /// Somebody else fits this opening better.
    AnotherCandidate,
    /// The criteria no longer hold.
    CriteriaNotMet,
    /// The way it was decided was not right.
    ProcedureFlawed,
    /// The business changed.
    BusinessChanged,
    /// As the candidate wishes.
    CandidatesWish,
    /// The candidate had left when the day of the move came.
    CandidateLeft,
    /// The candidate was in another job when the day of the move came.
    CandidateMoved,
    /// What the criterion asks for was learned in another way.
    EquivalentExperience,
    /// What is missing is done, and its evidence is on its way.
    EvidenceOnItsWay,
    /// The work cannot wait until the criterion holds.
    BusinessNeed,
    /// A leave or a disability must not stand in the way.
    Accommodation,
    /// Something else, said in words.
    Other,
}

impl Reason {
    /// Every reason.
    pub const ALL: &[Reason] = &[
        Reason::NotNow,
        Reason::Coverage,
        Reason::Results,
        Reason::MoreExperience,
        Reason::CaseTooThin,
        Reason::FactInDoubt,
        Reason::NoOpening,
        Reason::AnotherCandidate,
        Reason::CriteriaNotMet,
        Reason::ProcedureFlawed,
        Reason::BusinessChanged,
        Reason::CandidatesWish,
        Reason::CandidateLeft,
        Reason::CandidateMoved,
        Reason::EquivalentExperience,
        Reason::EvidenceOnItsWay,
        Reason::BusinessNeed,
        Reason::Accommodation,
        Reason::Other,
    ];

    /// As tables and forms write it.
    pub const fn code(self) -> &'static str {
        match self {
            Reason::NotNow => "not_now",
            Reason::Coverage => "coverage",
            Reason::Results => "results",
            Reason::MoreExperience => "more_experience",
            Reason::CaseTooThin => "case_too_thin",
            Reason::FactInDoubt => "fact_in_doubt",
            Reason::NoOpening => "no_opening",
            Reason::AnotherCandidate => "another_candidate",
            Reason::CriteriaNotMet => "criteria_not_met",
            Reason::ProcedureFlawed => "procedure_flawed",
            Reason::BusinessChanged => "business_changed",
            Reason::CandidatesWish => "candidates_wish",
            Reason::CandidateLeft => "candidate_left",
            Reason::CandidateMoved => "candidate_moved",
            Reason::EquivalentExperience => "equivalent_experience",
            Reason::EvidenceOnItsWay => "evidence_on_its_way",
            Reason::BusinessNeed => "business_need",
            Reason::Accommodation => "accommodation",
            Reason::Other => "other",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Reason> {
        Reason::ALL.iter().copied().find(|reason| reason.code() == code)
    }

    /// Those that an act offers; empty: it asks for none by code.
    pub const fn offered(act: NominationAct) -> &'static [Reason] {
        match act {
            NominationAct::DeclineInterest => &[
                Reason::NotNow,
                Reason::Coverage,
                Reason::Results,
                Reason::MoreExperience,
                Reason::NoOpening,
                Reason::Other,
            ],
            NominationAct::Return => &[Reason::CaseTooThin, Reason::FactInDoubt, Reason::CriteriaNotMet, Reason::Other],
            NominationAct::Decline => &[
                Reason::CriteriaNotMet,
                Reason::Results,
                Reason::MoreExperience,
                Reason::NoOpening,
                Reason::AnotherCandidate,
                Reason::Other,
            ],
            NominationAct::CallOff => {
                &[Reason::BusinessChanged, Reason::NoOpening, Reason::CandidatesWish, Reason::Other]
            }
            NominationAct::Reopen => &[Reason::CandidateLeft, Reason::CandidateMoved],
            NominationAct::Uphold => &[Reason::CriteriaNotMet, Reason::Results, Reason::NoOpening, Reason::Other],
            NominationAct::GrantAppeal => &[Reason::FactInDoubt, Reason::ProcedureFlawed, Reason::Other],
            NominationAct::AskWaiver => &[
                Reason::EquivalentExperience,
                Reason::EvidenceOnItsWay,
                Reason::BusinessNeed,
                Reason::Accommodation,
                Reason::Other,
            ],
            NominationAct::Start
            | NominationAct::ShowInterest
            | NominationAct::Endorse
            | NominationAct::AskHr
            | NominationAct::EditCase
            | NominationAct::Discard
            | NominationAct::Propose
            | NominationAct::Consent
            | NominationAct::Refuse
            | NominationAct::Lapse
            | NominationAct::TakeUp
            | NominationAct::Withdraw
            | NominationAct::Approve
            | NominationAct::TakeEffect
            | NominationAct::EndAsLeft
            | NominationAct::EndAsMoved
            | NominationAct::Appeal
            | NominationAct::GrantWaiver
            | NominationAct::RefuseWaiver => &[],
        }
    }
}

/// What somebody says with an act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Why, by code.
    pub reasons: Vec<Reason>,
    /// In words.
    pub words: String,
}

impl Said {
    /// Only in words.
    pub fn words(words: &str) -> Said {
        Said { reasons: Vec::new(), words: words.to_owned() }
    }

    /// Whether an act has of it what it asks for: a reason by code where it offers some, and words where the reason is
    /// "other", where an appeal has its grounds, where a declined candidate is told the next step, and where a waiver is
    /// asked for or refused.
    pub fn suffices(&self, act: NominationAct) -> bool {
        let offered = Reason::offered(act);
        let needs_words = self.reasons.contains(&Reason::Other)
            || matches!(
                act,
                NominationAct::Appeal
                    | NominationAct::Decline
                    | NominationAct::AskHr
                    | NominationAct::AskWaiver
                    | NominationAct::RefuseWaiver
            );
        let has_code = offered.is_empty() || !self.reasons.is_empty();
        has_code
            && self.reasons.iter().all(|reason| offered.contains(reason))
            && (!needs_words || !self.words.trim().is_empty())
    }
}
