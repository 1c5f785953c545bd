//! Letters: what a candidate, or a nominator, is written when something was decided. What one tells is put together
//! here; the sentences are `words`', and what was sent stays as it was written then.

use rules::{Day, Sentences, State};
use serde::{Deserialize, Serialize};

use super::{NominationAct, Reason, State as Stands};

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterKind {
    /// HR decided for the candidate.
    Selected,
    /// HR decided against it.
    NotSelected,
    /// The nomination is given back, to be written better.
    Returned,
    /// It was taken back.
    Withdrawn,
    /// An appeal did not change the decision.
    Upheld,
    /// An appeal took the decision back.
    Granted,
}

/// Whose a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Addressee {
    /// The employee that the nomination is about.
    Candidate,
    /// Whose the nomination is.
    Nominator,
}

impl LetterKind {
    /// Every kind.
    pub const ALL: &[LetterKind] = &[
        LetterKind::Selected,
        LetterKind::NotSelected,
        LetterKind::Returned,
        LetterKind::Withdrawn,
        LetterKind::Upheld,
        LetterKind::Granted,
    ];

    /// As tables write it.
    pub const fn code(self) -> &'static str {
        match self {
            LetterKind::Selected => "selected",
            LetterKind::NotSelected => "not_selected",
            LetterKind::Returned => "returned",
            LetterKind::Withdrawn => "withdrawn",
            LetterKind::Upheld => "upheld",
            LetterKind::Granted => "granted",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<LetterKind> {
        LetterKind::ALL.iter().copied().find(|kind| kind.code() == code)
    }

    /// The one that goes out with an act on what stands so, if one does. Interest is between an employee and their
    /// manager, who are told of it and written nothing.
    pub const fn of(act: NominationAct, from: Stands) -> Option<LetterKind> {
        match (act, from) {
            (NominationAct::Approve, _) => Some(LetterKind::Selected),
            (NominationAct::Decline, _) => Some(LetterKind::NotSelected),
            (NominationAct::Return, _) => Some(LetterKind::Returned),
            (NominationAct::Withdraw, Stands::Submitted | Stands::InReview) => Some(LetterKind::Withdrawn),
            (NominationAct::Uphold, _) => Some(LetterKind::Upheld),
            (NominationAct::GrantAppeal, _) => Some(LetterKind::Granted),
            _ => None,
        }
    }

    /// Whose it is. What a decision says is the candidate's; who nominated has the news of it.
    pub const fn addressee(self) -> Addressee {
        match self {
            LetterKind::Returned => Addressee::Nominator,
            LetterKind::Selected
            | LetterKind::NotSelected
            | LetterKind::Withdrawn
            | LetterKind::Upheld
            | LetterKind::Granted => Addressee::Candidate,
        }
    }
}

impl Addressee {
    /// As tables write it.
    pub const fn code(self) -> &'static str {
        match self {
            Addressee::Candidate => "candidate",
            Addressee::Nominator => "nominator",
        }
    }
}

/// What a letter tells, before it is put into words.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// The name of whom it is written to; who endorsed for HR may have none.
    pub to: Option<&'a str>,
    /// What the job is called that the track leads to.
    pub job: &'a str,
    /// The day.
    pub on: Day,
    /// The name of who acted, where they have one beside their account.
    pub by: Option<&'a str>,
    /// What it is about.
    pub matter: Matter<'a>,
}

/// What a letter is about, with what it needs to know of that. Of other candidates none knows anything.
#[derive(Clone, Copy, Debug)]
pub enum Matter<'a> {
    /// See [`LetterKind::Selected`].
    Selected {
        /// The first day in the new job.
        effective_on: Day,
        /// What it rests on.
        assessed: &'a AsAssessed,
    },
    /// See [`LetterKind::NotSelected`].
    NotSelected {
        /// Why, by code.
        reasons: &'a [Reason],
        /// What the candidate can do now.
        next_step: &'a str,
        /// What it rests on.
        assessed: &'a AsAssessed,
        /// The last day for an appeal; none where there was one.
        appeal_by: Option<Day>,
    },
    /// See [`LetterKind::Returned`].
    Returned {
        /// The candidate's name.
        candidate: &'a str,
        /// Why, by code.
        reasons: &'a [Reason],
        /// Why, in words.
        words: &'a str,
    },
    /// See [`LetterKind::Withdrawn`].
    Withdrawn {
        /// By whom.
        by: Withdrawer,
        /// Why, in words.
        words: &'a str,
    },
    /// See [`LetterKind::Upheld`] and [`LetterKind::Granted`].
    Appeal {
        /// Which of the two.
        answer: Answer,
        /// The day of the decision.
        decided_on: Day,
        /// Why, by code.
        reasons: &'a [Reason],
        /// Why, in words.
        words: &'a str,
        /// Of the day of the decision, by what is known now.
        assessed: &'a AsAssessed,
    },
}

/// Who takes a nomination back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withdrawer {
    /// The candidate.
    Candidate,
    /// Whose it is.
    Nominator,
}

/// How an appeal is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The decision stays.
    Upheld,
    /// It is taken back.
    Granted,
}

/// How a candidate's own criteria stand in what was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsAssessed {
    /// The day.
    pub as_of: Day,
    /// The first day of the criteria that judged.
    pub criteria_of: Day,
    /// Each with its state, and the sentence that was said of it.
    pub criteria: Vec<(State, String)>,
}

impl Matter<'_> {
    /// Which letter it makes.
    pub const fn kind(&self) -> LetterKind {
        match self {
            Matter::Selected { .. } => LetterKind::Selected,
            Matter::NotSelected { .. } => LetterKind::NotSelected,
            Matter::Returned { .. } => LetterKind::Returned,
            Matter::Withdrawn { .. } => LetterKind::Withdrawn,
            Matter::Appeal { answer: Answer::Upheld, .. } => LetterKind::Upheld,
            Matter::Appeal { answer: Answer::Granted, .. } => LetterKind::Granted,
        }
    }
}

/// A letter in words: what is kept as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Which.
    pub kind: LetterKind,
    /// In which language, as in `en`.
    pub language: String,
    /// What it is called.
    pub title: String,
    /// What stands below that.
    pub body: Vec<Part>,
}

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A paragraph.
    Text(String),
    /// What the following is about.
    Heading(String),
    /// One thing after another.
    Points(Vec<String>),
    /// Criteria, and how each stands.
    Criteria(Vec<(String, String)>),
}

/// Puts letters into words, and whatever else is kept in words with a decision.
pub trait Writer: Sentences {
    /// The letter as it goes out.
    fn letter(&self, letter: &Letter<'_>) -> Written;
}

#[cfg(test)]
mod tests {
    use super::super::ROWS;
    use super::*;

    #[test]
    fn whatever_hr_decides_and_whatever_is_taken_back_from_it_is_told_in_a_letter() {
        let sent: Vec<_> =
            ROWS.iter().filter_map(|(from, act, _)| Some((*act, LetterKind::of(*act, (*from)?)?))).collect();
        for kind in LetterKind::ALL {
            assert!(sent.iter().any(|(_, sent)| sent == kind), "{kind:?} is never sent");
        }
        let by_hr = [NominationAct::Approve, NominationAct::Decline, NominationAct::Uphold, NominationAct::GrantAppeal];
        let decided = ROWS.iter().filter(|(_, act, _)| by_hr.contains(act));
        assert!(decided.into_iter().all(|(from, act, _)| LetterKind::of(*act, from.unwrap()).is_some()));
        assert_eq!(LetterKind::of(NominationAct::Withdraw, Stands::Interest), None);
    }
}
