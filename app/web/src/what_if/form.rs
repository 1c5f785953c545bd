//! The form as the server makes it: any number of changes, sent by GET, so that a link holds them. Where the browser
//! can, it answers while one types: see `app/web/client`.

use std::collections::BTreeSet;

use leptos::prelude::*;
use operations::Answer;
use rules::{Day, Entry, Facts, Ladder, LanguageTag, Rule};
use words::English;

use super::fields::{ChangeFields, Fields};
use super::island::Stage;
use super::setting::{self, Question};
use super::wording::HOLE;
use crate::app::App;
use crate::visit::urlencode;

/// Languages that people ask about although nothing names them yet.
const COMMON_LANGUAGES: &[&str] = &["ar", "de", "en", "es", "fr", "hi", "ja", "pt", "zh"];

/// What if, on the page of an answer that was asked for with this query, under the version in force or a pinned one.
pub(crate) fn section(
    app: &App,
    answer: &Answer,
    as_of: Day,
    pinned: Option<Day>,
    query: Vec<(String, String)>,
) -> AnyView {
    let words = &app.words;
    let Answer { ladder, facts, sight, track, .. } = answer;
    let question = Question { ladder, facts, sight: *sight, track: *track, pinned, as_of };
    let what_if = setting::of(words, &app.assets.icons, &question);
    let fields = Fields::from_pairs(query.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let result = what_if.answered(&fields, Stage::Sent);
    let choice = Choice { words, ladder, facts };
    let form = form(&choice, &fields, pinned, &query);
    view! {
        <section class="section what-if" aria-labelledby="what-if" data-what-if=setting::sealed(&what_if)>
            <div class="section__head"><h2 id="what-if">{words.what_if_title()}</h2></div>
            <p class="hint">{words.what_if_hint()}</p>
            {form}
            // A change more, for the browser to fill in its place.
            <template>{change_fields(&choice, HOLE, &ChangeFields::default(), "#what-if".to_owned())}</template>
            <div class="what-if__result" role="status" inner_html=result></div>
        </section>
    }
    .into_any()
}

/// What there is to choose from.
struct Choice<'a> {
    words: &'a English,
    ladder: &'a Ladder,
    facts: &'a Facts,
}

fn form(choice: &Choice<'_>, fields: &Fields, pinned: Option<Day>, query: &[(String, String)]) -> AnyView {
    let words = choice.words;
    let wants_more = query.iter().any(|(name, _)| name == "more");
    let blank = (fields.changes.is_empty() || wants_more).then(ChangeFields::default);
    let changes =
        fields.changes.iter().cloned().chain(blank).enumerate().map(|(at, change)| {
            change_fields(choice, &(at + 1).to_string(), &change, address_without(fields, pinned, at))
        });
    let day = text(words.what_if_day(), words.what_if_day_hint(), "day", "what-if-day".to_owned(), &fields.day);
    let pinned = pinned.map(|day| view! { <input type="hidden" name="version" value=day.to_string()/> });
    view! {
        <form class="form" method="get" action="#what-if">
            {pinned}
            {changes.collect_view()}
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

/// Where everything is tried but the change at a place.
fn address_without(fields: &Fields, pinned: Option<Day>, place: usize) -> String {
    let version = pinned.map(|day| ("version", day.to_string()));
    let others = fields.changes.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, change)| change);
    let others = others.cloned().flat_map(|ChangeFields { what, on, until, value }| {
        [("what", what), ("on", on), ("until", until), ("value", value)]
    });
    let pairs = version.into_iter().chain(others).chain([("day", fields.day.clone())]);
    let pairs = pairs.filter(|(name, value)| *name == "what" || !value.is_empty());
    let pairs: Vec<String> = pairs.map(|(name, value)| format!("{name}={}", urlencode(&value))).collect();
    format!("?{}#what-if", pairs.join("&"))
}

fn change_fields(choice: &Choice<'_>, place: &str, change: &ChangeFields, without: String) -> AnyView {
    let words = choice.words;
    let id = |name: &str| format!("what-if-{name}-{place}");
    let legend = words.what_if_change(place.to_owned());
    let on = text(words.what_if_on(), words.what_if_on_hint(), "on", id("on"), &change.on);
    let until = text(words.what_if_until(), words.what_if_until_hint(), "until", id("until"), &change.until);
    let value = text(words.what_if_value(), words.what_if_value_hint(), "value", id("value"), &change.value);
    view! {
        <fieldset class="fieldset what-if__change">
            <legend class="legend">{legend}</legend>
            <div class="form-group">
                <label class="label" for=id("what")>{words.what_if_what()}</label>
                <select class="select" id=id("what") name="what">{options(choice, &change.what)}</select>
            </div>
            {on}
            {until}
            {value}
            <a class="what-if__without" href=without>{words.what_if_without(place.to_owned())}</a>
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
fn options(choice: &Choice<'_>, chosen: &str) -> AnyView {
    fn listed<E: Entry>(kind: &str, entries: &[E]) -> Vec<(String, String)> {
        entries.iter().map(|entry| (format!("{kind}:{}", entry.code()), entry.title().to_owned())).collect()
    }
    let Choice { words, ladder, facts } = choice;
    let catalogue = &ladder.catalogue;
    let languages = languages(ladder, facts);
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
