//! What is posted to a nomination: an act, with whatever it asks for. What is refused loses nothing that was typed.

use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;
use model::{Case, FactId, NominationAct, NominationId, Reason, Refusal, Said};
use operations::Error;
use operations::moves::Placement;
use operations::nominations::{
    At, Draft, Saved, appeal, approve, ask_hr, call_off, consent, decline, decline_interest, discard, edit_case,
    endorse, give_back, grant_appeal, nomination, preview_letter, propose, refuse, show_interest, start, take_up,
    uphold, withdraw,
};
use rules::Day;
use words::English;

use super::ask_waiver::{self, Asking};
use super::case::PICKED;
use super::criteria::offers;
use super::forms::{APPROVING, Field, PREVIEW, Typed, field};
use super::letter::show_preview;
use super::one::{DONE, render, whole};
use super::{Named, ids};
use crate::failure::Failure;
use crate::notice;
use crate::pages::moves::PlaceTyped;
use crate::visit::{self, Visit};

type Pairs = Vec<(String, String)>;

/// Begins one: a manager for a person by number, or an employee for themselves.
pub(crate) async fn begin(reader: visit::Reader, Form(form): Form<Pairs>) -> Result<Response, Failure> {
    let (store, ctx) = (&reader.visit.app.store, &reader.visit.ctx);
    let begun = match one_of(&form, "number").as_str() {
        "" => show_interest(store, ctx, &one_of(&form, "track")).await?,
        number => start(store, ctx, number, &one_of(&form, "track")).await?,
    };
    // Where on the page one goes on whose candidate is not eligible today.
    let place = match one_of(&form, "then").as_str() {
        "waiver" => format!("#{}", ask_waiver::FIRST),
        "later" => format!("#{}", field(NominationAct::Propose, Field::On)),
        _ => String::new(),
    };
    Ok(notice::done(DONE, &format!("/nominations/{}{place}", begun.id)))
}

/// Does what was asked, or shows the page again with what was typed and what stands against it.
pub(crate) async fn act(
    reader: visit::Reader,
    named: Named<NominationId>,
    Form(form): Form<Pairs>,
) -> Result<Response, Failure> {
    let (visit, id) = (&reader.visit, ids(named)?);
    let act = NominationAct::from_code(&one_of(&form, "act")).ok_or(Failure::Malformed(StatusCode::BAD_REQUEST))?;
    let typed = typed(&form, act);
    let asked = match Asked::read(&visit.app.words, act, &typed) {
        Ok(asked) => asked,
        Err(errors) => {
            let whole = whole(visit, id).await?;
            return Ok(render(visit, StatusCode::UNPROCESSABLE_ENTITY, &whole, &typed, errors));
        }
    };
    let done = if form.iter().any(|(name, _)| name == PREVIEW) {
        preview(visit, id, (act, &typed), &asked).await
    } else {
        perform(visit, id, act, asked).await.map(|_| notice::done(DONE, &format!("/nominations/{id}")))
    };
    match done {
        Ok(answer) => Ok(answer),
        Err(Error::NotNow(refusal)) => {
            let whole = whole(visit, id).await?;
            let mut errors = vec![(place_of(act, &refusal), visit.app.words.refusal(&refusal))];
            errors.extend(offers(&visit.app.words, &whole.story, act, &refusal));
            Ok(render(visit, status_of(&refusal), &whole, &typed, errors))
        }
        Err(error) => Err(error.into()),
    }
}

/// Shows the letter that would go out: nothing is saved.
async fn preview(
    visit: &Visit,
    id: NominationId,
    (act, typed): (NominationAct, &Typed),
    asked: &Asked,
) -> Result<Response, Error> {
    let (store, ctx) = (&visit.app.store, &visit.ctx);
    let effective_on = asked.on.unwrap_or(ctx.today);
    let draft = Draft { effective_on, placement: &asked.placement, said: &asked.said };
    let letter = preview_letter(store, ctx, At { id, seen: asked.seen }, act, draft, &*visit.app.words).await?;
    Ok(show_preview(visit, &nomination(store, ctx, id).await?, (act, typed), &letter))
}

/// What an act is done with.
struct Asked {
    /// The number of the save that was on the page.
    seen: i64,
    said: Said,
    on: Option<Day>,
    /// Nothing where one of them is no id.
    facts: Option<Vec<FactId>>,
    placement: Placement,
}

impl Asked {
    /// What was typed; or all that is wrong with it. A move is never planned for a day that nobody wrote.
    fn read(words: &English, act: NominationAct, typed: &Typed) -> Result<Asked, Vec<(&'static str, String)>> {
        let on = match typed.on.trim() {
            "" if act == NominationAct::Approve => Err(words.form_day_missing()),
            "" => Ok(None),
            text => words.typed_day(text).map(Some).ok_or_else(|| words.form_no_day(text.to_owned())),
        };
        let (on, placement) = match (on, typed.place.read(words)) {
            (Ok(on), Ok(placement)) => (on, placement),
            (on, placement) => {
                let faults = [
                    on.err().map(|told| (field(act, Field::On), told)),
                    placement.err().map(|told| (APPROVING.rise, told)),
                ];
                return Err(faults.into_iter().flatten().collect());
            }
        };
        let reasons = typed.reasons.iter().filter_map(|code| Reason::from_code(code)).collect();
        // A save that nobody made is one that somebody made since.
        let seen = typed.seen.parse().unwrap_or_default();
        let facts = typed.facts.iter().map(|id| id.parse().ok()).collect();
        Ok(Asked { seen, said: Said { reasons, words: typed.words.clone() }, on, facts, placement })
    }
}

async fn perform(visit: &Visit, id: NominationId, act: NominationAct, asked: Asked) -> Result<Saved, Error> {
    let (store, ctx, writer) = (&visit.app.store, &visit.ctx, &*visit.app.words);
    let (at, said) = (At { id, seen: asked.seen }, &asked.said);
    match act {
        NominationAct::Endorse => endorse(store, ctx, at).await,
        NominationAct::DeclineInterest => decline_interest(store, ctx, at, said).await,
        NominationAct::AskHr => ask_hr(store, ctx, at, said).await,
        NominationAct::EditCase => {
            let case = Case { text: asked.said.words, facts: asked.facts.ok_or(Error::Hidden)? };
            edit_case(store, ctx, at, &case).await
        }
        NominationAct::Discard => discard(store, ctx, at).await,
        NominationAct::Propose => propose(store, ctx, at, asked.on).await,
        NominationAct::Consent => consent(store, ctx, at, writer).await,
        NominationAct::Refuse => refuse(store, ctx, at, said).await,
        NominationAct::TakeUp => take_up(store, ctx, at).await,
        NominationAct::Withdraw => withdraw(store, ctx, at, said, writer).await,
        NominationAct::Return => give_back(store, ctx, at, said, writer).await,
        NominationAct::Approve => {
            let approval = (asked.on.unwrap_or(ctx.today), &asked.placement, said);
            approve(store, ctx, at, approval, writer).await
        }
        NominationAct::Decline => decline(store, ctx, at, said, writer).await,
        NominationAct::CallOff => call_off(store, ctx, at, said).await,
        NominationAct::Appeal => appeal(store, ctx, at, said).await,
        NominationAct::Uphold => uphold(store, ctx, at, said, writer).await,
        NominationAct::GrantAppeal => grant_appeal(store, ctx, at, said, writer).await,
        NominationAct::Start
        | NominationAct::ShowInterest
        | NominationAct::Lapse
        | NominationAct::TakeEffect
        | NominationAct::Reopen
        | NominationAct::EndAsLeft
        | NominationAct::EndAsMoved
        // Each has a form of its own.
        | NominationAct::AskWaiver
        | NominationAct::GrantWaiver
        | NominationAct::RefuseWaiver => Err(Error::Hidden),
    }
}

fn typed(form: &Pairs, act: NominationAct) -> Typed {
    let of = |name: Field| one_of(form, field(act, name));
    let reason = field(act, Field::Reason);
    let place = PlaceTyped {
        site: one_of(form, APPROVING.site),
        unit: one_of(form, APPROVING.unit),
        manager: one_of(form, APPROVING.manager),
        rise: one_of(form, APPROVING.rise),
    };
    let all = |name: &str| form.iter().filter(|(own, _)| own == name).map(|(_, value)| value.clone()).collect();
    Typed {
        act: Some(act),
        seen: one_of(form, "seen"),
        reasons: all(reason),
        words: of(Field::Words),
        on: of(Field::On),
        facts: all(PICKED),
        waiver: Asking::default(),
        place,
    }
}

fn one_of(form: &Pairs, name: &str) -> String {
    form.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

/// What the form itself lacks, and what stands against it elsewhere.
fn status_of(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::ReasonMissing { .. }
        | Refusal::EmptyCase
        | Refusal::CaseTooLong { .. }
        | Refusal::NotTheirManager
        | Refusal::NoSuchSite { .. }
        | Refusal::UnitMisspelled { .. }
        | Refusal::RiseOutOfRange { .. }
        | Refusal::NoSuchRise { .. }
        | Refusal::DayPassed { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    }
}

/// The field that a refusal is about.
fn place_of(act: NominationAct, refusal: &Refusal) -> &'static str {
    if let Some(field) = APPROVING.of(refusal) {
        return field;
    }
    match refusal {
        Refusal::ReasonMissing { .. } if !Reason::offered(act).is_empty() => field(act, Field::Reason),
        Refusal::DayPassed { .. } | Refusal::NotEligible { .. } => field(act, Field::On),
        Refusal::ReasonMissing { .. } | Refusal::CaseTooLong { .. } => field(act, Field::Words),
        Refusal::EmptyCase => field(NominationAct::EditCase, Field::Words),
        _ => "next",
    }
}
