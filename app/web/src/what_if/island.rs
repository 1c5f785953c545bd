//! What a page gives the browser, and what the browser asks of it: the fields as they are typed, and the answer as it is
//! shown. The page itself is answered through here as well, so that the two cannot differ.

use serde::{Deserialize, Serialize};
#[cfg(feature = "browser")]
use wasm_bindgen::prelude::wasm_bindgen;

use super::fields::{Fields, Scenario};
use super::outcome::Asked;
use super::view;
use super::wording::Wording;

/// A person, what they ask about, and the words for what comes of it.
#[cfg_attr(feature = "browser", wasm_bindgen)]
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WhatIf {
    pub(crate) asked: Asked,
    pub(crate) wording: Wording,
}

/// How far somebody is with a field.
#[cfg_attr(feature = "browser", wasm_bindgen)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Still in it: what cannot be read yet is not held against it.
    Typing,
    /// Through with it: what is in a field ought to be right, but empty ones may still be filled.
    Left,
    /// The whole is sent.
    Sent,
}

#[cfg_attr(feature = "browser", wasm_bindgen)]
impl WhatIf {
    /// As a page holds it.
    pub fn read(sealed: &[u8]) -> Option<WhatIf> {
        postcard::from_bytes(sealed).ok()
    }

    /// What stands under the form, as HTML; none where what stands there may stay for now. `typed` has the name and the
    /// value of each field, a line each.
    pub fn answer(&self, typed: &str, stage: Stage) -> Option<String> {
        self.answered(&fields(typed), stage)
    }

    /// The assessments under the changes as section 9 of the rules writes them, without sentences; none where the
    /// fields cannot be read.
    pub fn assessments(&self, typed: &str) -> Option<String> {
        let scenario = self.scenario(&fields(typed))?;
        self.asked.to_json(&scenario)
    }
}

impl WhatIf {
    /// What stands under the form.
    pub(crate) fn answered(&self, fields: &Fields, stage: Stage) -> Option<String> {
        let Asked { ladder, as_of, .. } = &self.asked;
        match fields.parse(ladder, *as_of, &self.wording.months) {
            Ok(scenario) if scenario == Scenario::default() => Some(view::nothing(&self.wording)),
            Ok(scenario) => Some(view::tables(&self.wording, &self.asked.outcome(&scenario))),
            Err(mut problems) => {
                problems.retain(|problem| match stage {
                    Stage::Typing => false,
                    Stage::Left => !fields.typed(*problem).trim().is_empty(),
                    Stage::Sent => true,
                });
                (!problems.is_empty()).then(|| view::faults(&self.wording, &problems))
            }
        }
    }

    fn scenario(&self, fields: &Fields) -> Option<Scenario> {
        fields.parse(&self.asked.ladder, self.asked.as_of, &self.wording.months).ok()
    }
}

fn fields(typed: &str) -> Fields {
    let mut lines = typed.split('\n');
    Fields::from_pairs(std::iter::from_fn(|| lines.next().zip(lines.next())))
}
