//! Letters: whole, in the order of what was decided, why, on which facts, and what now; without a word about others.

use model::letter::{Answer, AsAssessed, Letter, Matter, Part, Withdrawer, Writer, Written};
use model::{LetterKind, Reason};
use rules::State;
use words::English;

use crate::ladder::day;

fn assessed() -> AsAssessed {
    AsAssessed {
        as_of: day("2026-11-22"),
        criteria_of: day("2026-01-01"),
        criteria: vec![
            (State::Met, "12 months: 14 months".to_owned()),
            (State::NotYet, "CSAT of 90 %: 88 %".to_owned()),
        ],
    }
}

/// Every letter there is, with every reason that can be in it.
fn letters(words: &English) -> Vec<Written> {
    let assessed = assessed();
    let reasons = [Reason::Results, Reason::MoreExperience, Reason::NoOpening, Reason::CriteriaNotMet, Reason::Other];
    let (reasons, said, on) = (reasons.as_slice(), "Lead a shift.\n\nThen ask again.", day("2026-12-01"));
    let appeal = |answer| Matter::Appeal { answer, decided_on: on, reasons, words: said, assessed: &assessed };
    let matters = [
        Matter::Selected { effective_on: on, assessed: &assessed },
        Matter::NotSelected { reasons, next_step: said, assessed: &assessed, appeal_by: Some(day("2026-12-22")) },
        Matter::NotSelected { reasons, next_step: said, assessed: &assessed, appeal_by: None },
        Matter::Returned { candidate: "Asha Pillai", reasons, words: said },
        Matter::Withdrawn { by: Withdrawer::Candidate, words: said },
        Matter::Withdrawn { by: Withdrawer::Nominator, words: "" },
        appeal(Answer::Upheld),
        appeal(Answer::Granted),
    ];
    let of =
        |matter| Letter { to: Some("Ana Reyes"), job: "Team Lead", on: day("2026-11-22"), by: Some("Mira"), matter };
    matters.into_iter().map(|matter| words.letter(&of(matter))).collect()
}

fn text(letter: &Written) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => text.clone(),
        Part::Heading(text) => format!("## {text}"),
        Part::Points(points) => points.iter().map(|point| format!("- {point}")).collect::<Vec<_>>().join("\n"),
        Part::Criteria(rows) => {
            rows.iter().map(|(what, how)| format!("| {what} | {how}")).collect::<Vec<_>>().join("\n")
        }
    };
    let body: Vec<String> = letter.body.iter().map(part).collect();
    format!("# {}\n{}\n", letter.title, body.join("\n"))
}

#[test]
fn a_letter_of_each_kind_is_whole_and_says_no_key() {
    let letters = letters(&English::new());
    for kind in LetterKind::ALL {
        assert!(letters.iter().any(|letter| letter.kind == *kind), "{kind:?}");
    }
    for letter in &letters {
        let text = text(letter);
        assert!(!text.contains("letter-") && !text.contains('{') && !text.contains('$'), "{text}");
        assert!(text.contains("Dear Ana Reyes,") && text.contains("Team Lead"), "{text}");
    }
}

#[test]
fn who_is_not_selected_is_told_why_how_they_stand_what_to_do_and_until_when_to_appeal() {
    let letters = letters(&English::new());
    let declined = text(letters.iter().find(|letter| letter.kind == LetterKind::NotSelected).unwrap());
    let order = [
        "you are not selected",
        "## Why",
        "- The results of late do not carry the step yet.",
        "| 12 months: 14 months | Met",
        "| CSAT of 90 %: 88 % | Not yet",
        "Lead a shift.",
        "Then ask again.",
        "until 22 Dec 2026",
    ];
    let mut rest = declined.as_str();
    for part in order {
        let (_, after) = rest.split_once(part).unwrap_or_else(|| panic!("{part}: {declined}"));
        rest = after;
    }
}

#[test]
fn no_letter_says_a_word_about_other_candidates_or_compares() {
    for letter in letters(&English::new()) {
        let text = text(&letter).to_lowercase();
        for word in
            ["another candidate", "other candidate", "others", "ranked", "compared", "better than", "somebody else"]
        {
            assert!(!text.contains(word), "{word}: {text}");
        }
    }
}
