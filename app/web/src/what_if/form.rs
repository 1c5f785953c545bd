//! The form as the server makes it: any number of changes, sent by GET, so that a link holds them.

use std::collections::BTreeSet;

use leptos::prelude::*;
use operations::Answer;
use rules::{Day, Entry, Facts, Ladder, LanguageTag, Month, Rule, State, Status, TrackId};
use words::English;

use super::fields::{ChangeFields, Fault, Fields};
use super::outcome::Asked;
use super::view::result;
use super::wording::{HOLE, Wording};
use crate::app::App;

/// Languages that people ask about although nothing names them yet.
const COMMON_LANGUAGES: &[&str] = &["ar", "de", "en", "es", "fr", "hi", "ja", "pt", "zh"];

/// What if, on the page of an answer that was asked for with this query.
pub(crate) fn section(app: &App, answer: &Answer, as_of: Day, query: Vec<(String, String)>) -> AnyView {
    let words = &app.words;
    let asked = asked(answer, as_of);
    let fields = Fields::from_pairs(query.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let wording = wording(app, &asked);
    let form = form(words, &asked, &fields, &query);
    let result = result(&asked, &wording, &fields);
    view! {
        <section class="section what-if" aria-labelledby="what-if">
            <div class="section__head"><h2 id="what-if">{words.what_if_title()}</h2></div>
            <p class="hint">{words.what_if_hint()}</p>
            {form}
            <div class="what-if__result" role="status">{result}</div>
        </section>
    }
    .into_any()
}

/// Every track that applies, the one of the page first. Other tracks' criteria stay behind.
fn asked(answer: &Answer, as_of: Day) -> Asked {
    let mut asked =
        Asked { facts: answer.facts.clone(), ladder: (*answer.ladder).clone(), tracks: vec![answer.track], as_of };
    let others = asked.ladder.track_ids().filter(|track| *track != answer.track);
    let all = Asked { tracks: others.collect(), ..asked.clone() };
    let applies = all.assessments(&[]).into_iter().filter(|one| one.decision.status != Status::NotApplicable);
    asked.tracks.extend(applies.map(|one| one.track));
    for track in answer.ladder.track_ids().filter(|track| !asked.tracks.contains(track)) {
        // A track keeps its place, which is its id.
        asked.ladder.tracks[track.index()].versions.clear();
    }
    asked
}

fn wording(app: &App, asked: &Asked) -> Wording {
    let words = &app.words;
    let in_force = |track: TrackId| {
        let versions = &asked.ladder.track(track).versions;
        versions.iter().rev().find(|version| version.effective_from <= asked.as_of)
    };
    let job = |track: &TrackId| {
        let version = in_force(*track)?;
        Some(asked.ladder.catalogue.job(version.to).title().to_owned())
    };
    let criteria = asked.tracks.first().and_then(|track| in_force(*track)).map(|version| &version.criteria);
    let month = |number| Month::new(asked.as_of.ymd().0, number).map(|month| words.month(month)).unwrap_or_default();
    let name = |number| month(number).split_whitespace().next().unwrap_or_default().to_owned();
    Wording {
        statuses: Status::ALL.iter().map(|status| words.status(*status)).collect(),
        states: State::ALL.iter().map(|state| words.state(*state)).collect(),
        faults: Fault::ALL.iter().map(|fault| words.what_if_fault(fault.code())).collect(),
        months: (1..=12).map(name).collect(),
        tracks: asked.tracks.iter().map(|track| job(track).unwrap_or_default()).collect(),
        criteria: criteria.into_iter().flatten().map(|one| words.heading(&asked.ladder, one)).collect(),
        icons: app.assets.icons.clone(),
        caption: words.what_if_caption(),
        answer: words.what_if_answer(),
        criterion: words.what_if_criterion(),
        today: words.what_if_today(),
        with_changes: words.what_if_with_changes(),
        no_difference: words.what_if_no_difference(),
        nothing_assumed: words.what_if_nothing_assumed(),
        from: words.what_if_from(HOLE),
        until: words.what_if_until_day(HOLE),
        on_day: words.what_if_on_day(HOLE),
        eligible_then: words.what_if_eligible_then(),
        not_eligible_then: words.what_if_not_eligible_then(),
        change: words.what_if_change(HOLE),
        later_day: words.what_if_day(),
    }
}

fn form(words: &English, asked: &Asked, fields: &Fields, query: &[(String, String)]) -> AnyView {
    let wants_more = query.iter().any(|(name, _)| name == "more");
    let blank = (fields.changes.is_empty() || wants_more).then(ChangeFields::default);
    let changes = fields.changes.iter().cloned().chain(blank).enumerate();
    let changes = changes.map(|(at, change)| change_fields(words, asked, at + 1, &change)).collect_view();
    let day = text(words.what_if_day(), words.what_if_day_hint(), "day", "what-if-day".to_owned(), &fields.day);
    view! {
        <form class="form" method="get" action="#what-if">
            {changes}
            {day}
            <div class="button-group">
                <button class="button" type="submit">{words.what_if_show()}</button>
                <button class="button button--secondary" type="submit" name="more" value="1">
                    {words.what_if_more()}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn change_fields(words: &English, asked: &Asked, place: usize, change: &ChangeFields) -> AnyView {
    let id = |name: &str| format!("what-if-{name}-{place}");
    let legend = words.what_if_change(place.to_string());
    let on = text(words.what_if_on(), words.what_if_on_hint(), "on", id("on"), &change.on);
    let until = text(words.what_if_until(), words.what_if_until_hint(), "until", id("until"), &change.until);
    let value = text(words.what_if_value(), words.what_if_value_hint(), "value", id("value"), &change.value);
    view! {
        <fieldset class="fieldset what-if__change">
            <legend class="legend">{legend}</legend>
            <div class="form-group">
                <label class="label" for=id("what")>{words.what_if_what()}</label>
                <select class="select" id=id("what") name="what">{options(words, asked, &change.what)}</select>
            </div>
            {on}
            {until}
            {value}
        </fieldset>
    }
    .into_any()
}

fn text(label: String, hint: String, name: &'static str, id: String, typed: &str) -> AnyView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="form-group">
            <label class="label" for=id.clone()>{label}</label>
            <p class="hint" id=hint_id.clone()>{hint}</p>
            <input class="input input--short" id=id name=name type="text" value=typed.to_owned() aria-describedby=hint_id/>
        </div>
    }
    .into_any()
}

/// Everything that can be assumed, as one list.
fn options(words: &English, asked: &Asked, chosen: &str) -> AnyView {
    fn listed<E: Entry>(kind: &str, entries: &[E]) -> Vec<(String, String)> {
        entries.iter().map(|entry| (format!("{kind}:{}", entry.code()), entry.title().to_owned())).collect()
    }
    let catalogue = &asked.ladder.catalogue;
    let languages = languages(&asked.ladder, &asked.facts);
    let languages = languages.iter().map(|tag| (format!("language:{}", tag.as_str()), words.language(tag)));
    let groups = [
        (words.what_if_courses(), listed("course", &catalogue.courses)),
        (words.what_if_certifications(), listed("certification", &catalogue.certifications)),
        (words.what_if_languages(), languages.collect()),
        (words.what_if_metrics(), listed("metric", &catalogue.metrics)),
        (words.what_if_other(), vec![("leave".to_owned(), words.what_if_leave())]),
    ];
    let group = |(label, options): (String, Vec<(String, String)>)| {
        let options = options.into_iter().map(|(value, title)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{title}</option> }
        });
        view! { <optgroup label=label>{options.collect_view()}</optgroup> }
    };
    let groups = groups.into_iter().filter(|(_, options)| !options.is_empty()).map(group).collect_view();
    view! {
        <option value="">{words.what_if_nothing()}</option>
        {groups}
    }
    .into_any()
}

/// Those that the ladder names, those of the person, and some that are common.
fn languages(ladder: &Ladder, facts: &Facts) -> BTreeSet<LanguageTag> {
    fn named(rule: &Rule, found: &mut BTreeSet<LanguageTag>) {
        if let Rule::Language(rule) = rule {
            found.extend(rule.of.iter().flatten().chain(&rule.except).cloned());
        }
        rule.parts().iter().for_each(|part| named(&part.rule, found));
    }
    let mut found: BTreeSet<LanguageTag> = COMMON_LANGUAGES.iter().filter_map(|tag| LanguageTag::new(tag)).collect();
    found.extend(facts.proficiencies.iter().map(|row| row.language.clone()));
    let versions = ladder.tracks.iter().flat_map(|track| &track.versions);
    versions.flat_map(|version| &version.criteria).for_each(|criterion| named(&criterion.rule, &mut found));
    found
}
