//! Where somebody works from a move on, under whom and for what rise: the part that the forms of moves have in common.

use leptos::prelude::*;
use model::Refusal;
use operations::moves::Placement;
use words::English;

use crate::components::{TextInput, Typed};

/// What was typed.
#[derive(Clone, Debug, Default)]
pub(in crate::pages) struct PlaceTyped {
    pub(in crate::pages) site: String,
    pub(in crate::pages) unit: String,
    pub(in crate::pages) manager: String,
    pub(in crate::pages) rise: String,
}

/// What the fields are called on a page.
pub(in crate::pages) struct PlaceFields {
    pub(in crate::pages) site: &'static str,
    pub(in crate::pages) unit: &'static str,
    pub(in crate::pages) manager: &'static str,
    pub(in crate::pages) rise: &'static str,
}

impl PlaceFields {
    /// The field that a refusal is about.
    pub(in crate::pages) fn of(&self, refusal: &Refusal) -> Option<&'static str> {
        match refusal {
            Refusal::NoSuchSite { .. } => Some(self.site),
            Refusal::UnitMisspelled { .. } => Some(self.unit),
            Refusal::NotTheirManager => Some(self.manager),
            Refusal::RiseOutOfRange { .. } | Refusal::NoSuchRise { .. } => Some(self.rise),
            _ => None,
        }
    }
}

impl PlaceTyped {
    /// What it asks for; or what is wrong with the rise.
    pub(in crate::pages) fn read(&self, words: &English) -> Result<Placement, String> {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let rise_percent = match self.rise.trim().trim_end_matches('%').trim_end() {
            "" => None,
            text => Some(text.parse().map_err(|_| words.move_no_rise(self.rise.trim().to_owned()))?),
        };
        let (site, unit, manager) = (some(&self.site), some(&self.unit), some(&self.manager));
        Ok(Placement { site, unit, manager, rise_percent })
    }
}

/// The fields, with what was typed and what is wrong with it.
pub(in crate::pages) fn place(
    words: &English,
    fields: &PlaceFields,
    typed: &PlaceTyped,
    told: &[(&'static str, String)],
) -> AnyView {
    let error = |name| told.iter().find(|(own, _)| *own == name).map(|(_, text)| text.clone());
    let PlaceFields { site, unit, manager, rise } = *fields;
    view! {
        <fieldset class="fieldset">
            <legend class="legend">{words.move_place()}</legend>
            <p class="hint">{words.move_place_hint()}</p>
            <TextInput name=site label=words.move_site() error=error(site) value=typed.site.clone()/>
            <TextInput name=unit label=words.move_unit() error=error(unit) value=typed.unit.clone()/>
            <TextInput
                name=manager
                label=words.move_manager()
                error=error(manager)
                value=typed.manager.clone()
                typed=Typed::Code
            />
            <TextInput
                name=rise
                label=words.move_rise()
                hint=words.move_rise_hint()
                error=error(rise)
                value=typed.rise.clone()
                typed=Typed::Code
            />
        </fieldset>
    }
    .into_any()
}
