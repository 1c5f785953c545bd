//! `/waivers`: all that were asked for, for HR and auditors, counted by criterion, by who asked and by whom they are for;
//! one of them, and its answer.

mod counts;
mod forms;
mod list;
mod one;

pub(super) use forms::{Answering, answers};
pub(crate) use list::list;
pub(crate) use one::{act, show};

use leptos::prelude::*;
use model::{Waiver, WaiverState};
use rules::{Criterion, Ladder};
use words::English;

/// What the pages after an answer tell, by what was done.
pub(super) const DONE: &[(&str, &str)] =
    &[("waiver-granted", "grant"), ("waiver-refused", "refuse"), ("waiver-ended", "end")];

/// What was done, where the notice is one of these.
pub(super) fn done(words: &English, notice: Option<&str>) -> Option<String> {
    let (_, act) = DONE.iter().find(|(code, _)| Some(*code) == notice)?;
    Some(words.waiver_done(*act))
}

/// A criterion of a track as a heading; of one that is no longer on the ladder its id.
pub(super) fn criterion_of(words: &English, ladder: &Ladder, track: &str, id: &str) -> String {
    let track = ladder.tracks.iter().find(|known| known.code == track);
    let mut criteria = track.into_iter().flat_map(|track| track.versions.iter().rev()).flat_map(|one| &one.criteria);
    let found = criteria.find_map(|criterion| within(criterion, id));
    found.map_or_else(|| id.to_owned(), |criterion| words.heading(ladder, criterion))
}

fn within<'c>(criterion: &'c Criterion, id: &str) -> Option<&'c Criterion> {
    if criterion.id.as_deref() == Some(id) {
        return Some(criterion);
    }
    criterion.rule.parts().iter().find_map(|part| within(part, id))
}

/// From when until when.
pub(super) fn days(words: &English, waiver: &Waiver) -> String {
    words.waiver_days_value(words.date(waiver.from_on), words.date(waiver.until_on))
}

/// Where it stands, in a word.
pub(super) fn state_tag(words: &English, state: WaiverState) -> AnyView {
    view! { <strong class="tag">{words.waiver_state(state.code())}</strong> }.into_any()
}
