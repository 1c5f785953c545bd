//! What an address asks of the moves, and the address that asks it.

use model::{MoveId, MoveKind, MoveState};
use operations::moves::SoughtMoves;
use rules::Day;
use serde::Deserialize;
use words::English;

use crate::form::{self, Faults};
use crate::visit::urlencode;

/// So many days back a list begins that nobody said more about.
const DAYS_BACK: i32 = 90;

/// What an address asks, as it stands there; what is empty asks nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(super) state: String,
    pub(super) kind: String,
    /// Where it is left out, the list begins some time back.
    from: Option<String>,
    pub(super) until: String,
    /// The move before which the page is, and its day.
    before: Option<MoveId>,
    day: String,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Field {
    From,
    Until,
}

impl form::Field for Field {
    fn name(self) -> &'static str {
        match self {
            Field::From => "from",
            Field::Until => "until",
        }
    }
}

pub(super) enum Fault {
    NoDay(String),
    EndsBeforeItBegins,
}

impl Fault {
    pub(super) fn tell(self, words: &English) -> String {
        match self {
            Fault::NoDay(text) => words.form_no_day(text),
            Fault::EndsBeforeItBegins => words.move_ends_before(),
        }
    }
}

fn day(words: &English, text: &str) -> Result<Option<Day>, Fault> {
    match text.trim() {
        "" => Ok(None),
        text => words.typed_day(text).map(Some).ok_or_else(|| Fault::NoDay(text.to_owned())),
    }
}

impl Asked {
    /// The first day, as it stands in the form.
    pub(super) fn from(&self, words: &English, today: Day) -> String {
        self.from.clone().unwrap_or_else(|| words.date(today.plus_days(-DAYS_BACK)))
    }

    /// What it looks for.
    pub(super) fn sought(&self, words: &English, today: Day) -> Result<SoughtMoves, Faults<Field, Fault>> {
        let mut faults = Faults::none();
        let from_on = match &self.from {
            None => Some(Some(today.plus_days(-DAYS_BACK))),
            Some(text) => faults.read(Field::From, day(words, text)),
        };
        let from_on = from_on.map(|day| day.unwrap_or(Day::FIRST));
        let until_on = faults.read(Field::Until, day(words, &self.until));
        let until_on = until_on.map(|day| day.unwrap_or(Day::FOREVER.previous()));
        let days = from_on.zip(until_on);
        if days.is_some_and(|(from_on, until_on)| until_on < from_on) {
            faults.note(Field::Until, Fault::EndsBeforeItBegins);
        }
        let (kind, state) = (MoveKind::from_code(&self.kind), MoveState::from_code(&self.state));
        faults.or(days.map(|(from_on, until_on)| SoughtMoves { from_on, until_on, kind, state }))
    }

    /// The move before which the page is.
    pub(super) fn before(&self) -> Option<(Day, MoveId)> {
        self.day.parse().ok().zip(self.before)
    }

    /// Whether it says anything.
    pub(super) fn narrows(&self) -> bool {
        self.from.is_some() || [&self.state, &self.kind, &self.until].iter().any(|text| !text.is_empty())
    }

    /// The first page of it.
    pub(super) fn first_page(&self) -> Asked {
        Asked { before: None, day: String::new(), ..self.clone() }
    }

    /// The page of it before a move.
    pub(super) fn on_from(&self, (day, id): (Day, MoveId)) -> Asked {
        Asked { before: Some(id), day: day.to_string(), ..self.clone() }
    }

    /// Its address below a path.
    pub(super) fn address(&self, path: &str) -> String {
        let from = self.from.as_ref().map(|from| ("from", from));
        let before = self.before.map(|id| id.to_string()).unwrap_or_default();
        let others = [
            ("state", &self.state),
            ("kind", &self.kind),
            ("until", &self.until),
            ("before", &before),
            ("day", &self.day),
        ];
        let others = others.into_iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> =
            from.into_iter().chain(others).map(|(name, value)| format!("{name}={}", urlencode(value))).collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }
}
