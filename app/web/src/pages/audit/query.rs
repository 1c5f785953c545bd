//! What an address asks of the trail, and the address that asks it.

use model::EntryId;
use operations::Trail;
use rules::Day;
use serde::Deserialize;
use words::English;

use crate::form::{self, Faults};
use crate::visit::urlencode;

/// What an address asks, as it stands there; what is empty asks nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(super) act: String,
    pub(super) actor: String,
    pub(super) person: String,
    pub(super) from: String,
    pub(super) until: String,
    /// The entry before which the page is.
    pub(super) before: Option<EntryId>,
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
            Fault::EndsBeforeItBegins => words.audit_ends_before(),
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
    /// What it looks for.
    pub(super) fn trail(&self, words: &English) -> Result<Trail, Faults<Field, Fault>> {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut faults = Faults::none();
        let from_on = faults.read(Field::From, day(words, &self.from));
        let until_on = faults.read(Field::Until, day(words, &self.until));
        if let (Some(Some(from_on)), Some(Some(until_on))) = (from_on, until_on)
            && until_on < from_on
        {
            faults.note(Field::Until, Fault::EndsBeforeItBegins);
        }
        let (act, actor, person) = (some(&self.act), some(&self.actor), some(&self.person));
        faults.or(from_on.zip(until_on).map(|(from_on, until_on)| Trail { act, actor, person, from_on, until_on }))
    }

    /// Whether it leaves anything out.
    pub(super) fn narrows(&self) -> bool {
        [&self.act, &self.actor, &self.person, &self.from, &self.until].iter().any(|text| !text.is_empty())
    }

    /// The first page of it.
    pub(super) fn first_page(&self) -> Asked {
        Asked { before: None, ..self.clone() }
    }

    /// The page of it before an entry.
    pub(super) fn on_from(&self, before: EntryId) -> Asked {
        Asked { before: Some(before), ..self.clone() }
    }

    /// Its address below a path.
    pub(super) fn address(&self, path: &str) -> String {
        let before = self.before.map(|id| id.to_string()).unwrap_or_default();
        let pairs = [
            ("act", &self.act),
            ("actor", &self.actor),
            ("person", &self.person),
            ("from", &self.from),
            ("until", &self.until),
            ("before", &before),
        ];
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> = pairs.map(|(name, value)| format!("{name}={}", urlencode(value))).collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }
}
