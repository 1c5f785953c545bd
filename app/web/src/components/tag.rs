//! How a criterion or a track stands: in a word, an icon and a shape, never by color alone.

use leptos::prelude::*;
use rules::{Day, Decision, Finding, State, Status};
use words::English;

use super::Icon;

const LAPSING: &str = "lapsing";

/// How a criterion or a track stands, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// As style sheets name it.
    pub(crate) code: &'static str,
    /// Its icon in the sprite.
    pub(crate) icon: &'static str,
    /// In a word.
    pub(crate) word: String,
}

impl Standing {
    /// Of a track.
    pub(crate) fn of_track(words: &English, decision: &Decision, as_of: Day) -> Standing {
        let status = decision.status;
        if model::Standing::Lapsing.fits(decision, as_of) {
            return Standing::lapsing(words);
        }
        let icon = match status {
            Status::Eligible => "met",
            Status::OnCourse => "not_yet",
            Status::CannotTell => "unknown",
            Status::NeedsAction => "unmet",
            Status::NotApplicable => "not_applicable",
        };
        Standing { code: status.code(), icon, word: words.status(status) }
    }

    /// Of a criterion.
    pub(crate) fn of_criterion(words: &English, finding: &Finding, as_of: Day) -> Standing {
        Standing::of_state(words, finding.state, finding.lapses_on, as_of)
    }

    /// The same of one that is no longer at hand.
    pub(crate) fn of_state(words: &English, state: State, lapses_on: Option<Day>, as_of: Day) -> Standing {
        if state == State::Met && is_lapsing(lapses_on, as_of) {
            return Standing::lapsing(words);
        }
        let icon = match state {
            State::Met => "met",
            State::Waived => "waived",
            State::Unverified | State::NoEvidence | State::Insufficient | State::CannotTell => "unknown",
            State::NotYet => "not_yet",
            State::Unmet => "unmet",
        };
        Standing { code: state.code(), icon, word: words.state(state) }
    }

    /// As what people are looked for by.
    pub(crate) fn sought(words: &English, standing: model::Standing) -> Standing {
        let (status, icon) = match standing {
            model::Standing::Now => (Status::Eligible, "met"),
            model::Standing::Soon => (Status::OnCourse, "not_yet"),
            model::Standing::Lapsing => return Standing::lapsing(words),
            model::Standing::CannotTell => (Status::CannotTell, "unknown"),
            model::Standing::NeedsAction => (Status::NeedsAction, "unmet"),
        };
        Standing { code: status.code(), icon, word: words.status(status) }
    }

    fn lapsing(words: &English) -> Standing {
        Standing { code: LAPSING, icon: LAPSING, word: words.answer_lapsing() }
    }

    /// Whether it holds today, but not for long.
    pub(crate) fn is_lapsing(&self) -> bool {
        self.code == LAPSING
    }
}

/// What holds today and ends soon is lapsing: there is time to do something about it.
fn is_lapsing(lapses_on: Option<Day>, as_of: Day) -> bool {
    lapses_on.is_some() && lapses_on <= model::Standing::Lapsing.asked(as_of).lapses_by
}

/// Until when a track is open to somebody, since when, or from when it will be.
pub(crate) fn date_of_track(words: &English, decision: &Decision) -> Option<(Day, String)> {
    let until = decision.lapses_on.map(Day::previous).map(|day| (day, words.timeline_until(words.date(day))));
    let since = decision.eligible_since.map(|day| (day, words.timeline_since(words.date(day))));
    let from = decision.earliest_on.map(|day| (day, words.timeline_from(words.date(day))));
    if decision.status == Status::Eligible { until.or(since) } else { from }
}

/// A standing in a frame of its shape.
pub(crate) fn tag(standing: &Standing) -> AnyView {
    framed(standing, "tag")
}

/// A standing without a frame, for tables.
pub(crate) fn plain_tag(standing: &Standing) -> AnyView {
    framed(standing, "tag tag--plain")
}

fn framed(standing: &Standing, class: &'static str) -> AnyView {
    view! {
        <strong class=class data-state=standing.code><Icon name=standing.icon/>{standing.word.clone()}</strong>
    }
    .into_any()
}
