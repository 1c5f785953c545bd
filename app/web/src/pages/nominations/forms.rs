//! A form for each thing that the reader can do with a nomination.

use leptos::prelude::*;
use model::{LetterKind, NominationAct, Reason};
use operations::nominations::Story;
use words::English;

use super::ask_waiver::{self, Asking};
use super::case::pick;
use super::criteria::Criteria;
use crate::components::{Choices, Choose, TextInput, Textarea, Typed as Kind};
use crate::pages::moves::{PlaceFields, PlaceTyped, place};

/// The name of the button that shows the letter first.
pub(super) const PREVIEW: &str = "preview";

/// What was typed into one of the forms, to be shown again.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// Into which.
    pub(super) act: Option<NominationAct>,
    /// The number of the save that was on the page.
    pub(super) seen: String,
    /// The reasons, by code.
    pub(super) reasons: Vec<String>,
    /// Whatever was written.
    pub(super) words: String,
    /// A day.
    pub(super) on: String,
    /// The facts that were picked, by id.
    pub(super) facts: Vec<String>,
    /// What was asked to be waived.
    pub(super) waiver: Asking,
    /// Where they work from a move on.
    pub(super) place: PlaceTyped,
}

/// What is wrong, by the field that it is about.
pub(super) type Wrong = [(&'static str, String)];

/// Where they work from a move on, as the form of an approval calls it.
pub(super) const APPROVING: PlaceFields =
    PlaceFields { site: "approve-site", unit: "approve-unit", manager: "approve-manager", rise: "approve-rise" };

/// What an act's form asks for.
pub(super) struct Asks {
    pub(super) words: bool,
    pub(super) day: bool,
}

/// What an act's form asks for, beside the reasons that it offers.
pub(super) fn asks(act: NominationAct) -> Asks {
    let words = matches!(
        act,
        NominationAct::DeclineInterest
            | NominationAct::AskHr
            | NominationAct::EditCase
            | NominationAct::Refuse
            | NominationAct::Withdraw
            | NominationAct::Return
            | NominationAct::Approve
            | NominationAct::Decline
            | NominationAct::CallOff
            | NominationAct::Appeal
            | NominationAct::Uphold
            | NominationAct::GrantAppeal
    );
    Asks { words, day: matches!(act, NominationAct::Propose | NominationAct::Approve) }
}

/// All that the reader can do, the most likely open.
pub(super) fn forms(words: &English, story: &Story, typed: &Typed, wrong: &Wrong) -> AnyView {
    if story.possible.is_empty() {
        return view! { <p class="missing">{words.nomination_nothing()}</p> }.into_any();
    }
    let is_alone = story.possible.len() == 1;
    let form = |act: &NominationAct| {
        let is_open = typed.act.map_or(is_alone || *act == story.possible[0], |typed| typed == *act);
        let label = words.nomination_do(act.code());
        view! {
            <details class="details" open=is_open>
                <summary>{label}</summary>
                {if *act == NominationAct::AskWaiver {
                    ask_waiver::form(words, story, typed)
                } else {
                    form(words, story, *act, typed, wrong)
                }}
            </details>
        }
    };
    story.possible.iter().map(form).collect_view().into_any()
}

/// The form of an act, as it was typed, with what is wrong with it. Where a letter goes out with it, that can be seen
/// first.
pub(super) fn form(words: &English, story: &Story, act: NominationAct, typed: &Typed, wrong: &Wrong) -> AnyView {
    let error = |name: &str| wrong.iter().find(|(own, _)| *own == name).map(|(_, text)| text.clone());
    let nomination = &story.nominated.nomination;
    let own = typed.act == Some(act);
    let asks = asks(act);
    let chosen = if own { typed.reasons.clone() } else { Vec::new() };
    let offered: Vec<(String, String)> = Reason::offered(act)
        .iter()
        .map(|reason| (reason.code().to_owned(), words.nomination_reason(reason.code())))
        .collect();
    let reasons = (!offered.is_empty()).then(|| {
        let name = field(act, Field::Reason);
        view! {
            <Choices
                name
                choose=Choose::Some
                legend=words.nomination_reason_label()
                options=offered
                error=error(name)
                chosen
            />
        }
    });
    let text = asks.words.then(|| {
        let value = match act {
            _ if own => typed.words.clone(),
            NominationAct::EditCase => nomination.case.text.clone(),
            _ => String::new(),
        };
        let (label, hint) = match act {
            NominationAct::EditCase => (words.nomination_case_label(), words.nomination_case_hint()),
            NominationAct::Decline | NominationAct::Uphold | NominationAct::GrantAppeal => {
                (words.nomination_words_label(act.code()), words.letter_hint())
            }
            _ => (words.nomination_words_label(act.code()), String::new()),
        };
        let name = field(act, Field::Words);
        if hint.is_empty() {
            view! { <Textarea name label error=error(name) value/> }.into_any()
        } else {
            view! { <Textarea name label hint error=error(name) value/> }.into_any()
        }
    });
    let day = asks.day.then(|| {
        // Who is not eligible yet can be asked for the first day on which they are.
        let first = Criteria::of(words, story).and_then(|told| told.first_day());
        let value = match first.filter(|_| act == NominationAct::Propose) {
            _ if own => typed.on.clone(),
            Some(day) => words.date(day),
            None => String::new(),
        };
        let name = field(act, Field::On);
        view! { <TextInput name label=words.nomination_on_label(act.code()) error=error(name) value typed=Kind::Day/> }
    });
    let facts = (act == NominationAct::EditCase).then(|| pick(words, story, own.then_some(typed)));
    let preview = LetterKind::of(act, nomination.state).map(|_| {
        view! {
            <button class="button button--secondary" type="submit" name=PREVIEW value="letter">
                {words.letter_preview()}
            </button>
        }
    });
    let placed = (act == NominationAct::Approve).then(|| {
        let typed = if own { typed.place.clone() } else { PlaceTyped::default() };
        place(words, &APPROVING, &typed, wrong)
    });
    let action = format!("/nominations/{}", nomination.id);
    let is_draft = act == NominationAct::EditCase;
    let told = is_draft.then(|| view! { <p class="hint" role="status" data-draft-told=""></p> });
    view! {
        <form
            class="form"
            method="post"
            action=action
            novalidate
            data-draft=is_draft.then_some(if own { "typed" } else { "saved" })
            data-draft-saving=is_draft.then(|| words.nomination_draft_saving())
            data-draft-failed=is_draft.then(|| words.nomination_draft_failed())
            data-draft-held=is_draft.then(|| words.nomination_draft_held())
        >
            <input type="hidden" name="act" value=act.code()/>
            <input type="hidden" name="seen" value=nomination.revision.to_string()/>
            {reasons}
            {day}
            {placed}
            {text}
            {facts}
            {told}
            <div class="button-group">
                <button class="button" type="submit">{words.nomination_do(act.code())}</button>
                {preview}
            </div>
        </form>
    }
    .into_any()
}

/// A field of a form. Several forms stand on one page, so that each has names of its own.
#[derive(Clone, Copy)]
pub(super) enum Field {
    Reason,
    Words,
    On,
}

/// Its name, which is its id.
pub(super) fn field(act: NominationAct, field: Field) -> &'static str {
    macro_rules! names {
        ($($act:ident $name:literal),+ $(,)?) => {
            match (act, field) {
                $(
                    (NominationAct::$act, Field::Reason) => concat!($name, "-reason"),
                    (NominationAct::$act, Field::Words) => concat!($name, "-words"),
                    (NominationAct::$act, Field::On) => concat!($name, "-on"),
                )+
            }
        };
    }
    names! {
        Start "start", ShowInterest "interest", Endorse "endorse", DeclineInterest "decline-interest",
        AskHr "ask-hr", EditCase "case", Discard "discard", Propose "propose", Consent "consent", Refuse "refuse",
        Lapse "lapse", TakeUp "take-up", Withdraw "withdraw", Return "return", Approve "approve", Decline "decline",
        CallOff "call-off", TakeEffect "take-effect", Reopen "reopen", EndAsLeft "left", EndAsMoved "moved",
        Appeal "appeal", Uphold "uphold", GrantAppeal "grant-appeal", AskWaiver "ask-waiver",
        GrantWaiver "grant-waiver", RefuseWaiver "refuse-waiver",
    }
}
