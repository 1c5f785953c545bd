//! A track: what it asks, of whom, since when, and where the reader stands.

use leptos::prelude::*;
use rules::{Criterion, Rule, Track, TrackVersion};

use super::{Seen, none};
use crate::components::{answer_address, tag, time};

pub(super) fn page(seen: &Seen<'_>, track: &Track, version: &TrackVersion) -> AnyView {
    let words = seen.words();
    let from = words.ladder_track_from(words.one_of_jobs(seen.ladder, &version.from));
    let begins = (version.effective_from > seen.today).then(|| {
        view! { <p class="inset-text">{words.ladder_begins(words.date(version.effective_from))}</p> }
    });
    view! {
        <div class="page-head"><h1>{seen.title(version)}</h1><p class="soft">{from}</p></div>
        {begins}
        <div class="columns">
            <section class="section" aria-labelledby="asks">
                <h2 id="asks">{words.ladder_asks()}</h2>
                <p>{words.ladder_all_of_these()}</p>
                {criteria(seen, &version.criteria, 3)}
            </section>
            <div class="stack stack--wide">{you(seen, track)}{short(seen, version)}{versions(seen, track, version)}</div>
        </div>
    }
    .into_any()
}

/// Criteria in words, the parts of groups below them.
fn criteria(seen: &Seen<'_>, all: &[Criterion], depth: u8) -> AnyView {
    let items = all.iter().map(|criterion| {
        let words = seen.words();
        let kind = words.kind(criterion.rule.kind());
        let text = words.heading(seen.ladder, criterion);
        let text = heading(depth, text);
        let why = criterion.why.clone().map(|why| view! { <p class="soft">{why}</p> });
        let parts = match &criterion.rule {
            Rule::All(parts) | Rule::Any(parts) | Rule::AtLeast { of: parts, .. } => {
                Some(criteria(seen, parts, depth + 1))
            }
            Rule::Tenure { .. }
            | Rule::TimeInJob { .. }
            | Rule::Certification(_)
            | Rule::Language(_)
            | Rule::Training(_)
            | Rule::Metric(_)
            | Rule::Rating { .. }
            | Rule::Skill { .. }
            | Rule::Activity { .. }
            | Rule::ClearConduct { .. }
            | Rule::Employment { .. } => None,
        };
        view! { <li><p class="asked__kind">{kind}</p><div>{text}{why}{parts}</div></li> }
    });
    view! { <ol class="asked" role="list">{items.collect_view()}</ol> }.into_any()
}

/// A heading below the page's and the section's.
fn heading(depth: u8, text: String) -> AnyView {
    match depth {
        3 => view! { <h3>{text}</h3> }.into_any(),
        4 => view! { <h4>{text}</h4> }.into_any(),
        _ => view! { <h5>{text}</h5> }.into_any(),
    }
}

/// Where the reader stands, with the way to the whole answer.
fn you(seen: &Seen<'_>, track: &Track) -> Option<AnyView> {
    let words = seen.words();
    let own = seen.reader.me.employee.as_ref()?;
    let answer = answer_address(&own.number, &track.code);
    let answer = answer.map(|href| view! { <p><a class="button" href=href>{words.ladder_answer()}</a></p> });
    let stands = match seen.stands(&track.code) {
        Some(stands) => {
            let date = stands
                .date
                .map(|told| view! { <p>{time(told.day, words.ladder_date(told.means, words.date(told.day)))}</p> });
            view! { <p>{tag(&stands.standing)}</p>{date}{answer} }.into_any()
        }
        None => view! { <p>{words.ladder_not_for_you()}</p>{answer} }.into_any(),
    };
    Some(
        view! { <section class="section" aria-labelledby="you"><h2 id="you">{words.ladder_stand()}</h2>{stands}</section> }
            .into_any(),
    )
}

fn short(seen: &Seen<'_>, version: &TrackVersion) -> AnyView {
    let words = seen.words();
    let limits = words.limits(&version.limits);
    let limits = (!limits.is_empty()).then(|| line(words.ladder_only_for(), limits.into_any()));
    let typical = seen.typical(version).map_or_else(none, IntoAny::into_any);
    view! {
        <section class="section" aria-labelledby="terms">
            <h2 id="terms">{words.ladder_short()}</h2>
            <dl class="summary-list">
                {line(words.ladder_kind(), words.track_kind(version.kind).into_any())}
                {line(words.ladder_from(), words.one_of_jobs(seen.ladder, &version.from).into_any())}
                {limits}
                {line(words.ladder_typical(), typical)}
            </dl>
        </section>
    }
    .into_any()
}

fn line(term: String, text: AnyView) -> AnyView {
    view! { <div><dt>{term}</dt><dd>{text}</dd></div> }.into_any()
}

/// Since when it asks what, and what it will ask.
fn versions(seen: &Seen<'_>, track: &Track, shown: &TrackVersion) -> AnyView {
    let words = seen.words();
    let items = track.versions.iter().rev().map(|version| {
        let on = words.date(version.effective_from);
        let told = if version.effective_from > seen.today {
            words.ladder_version_next(on)
        } else if version == shown {
            words.ladder_version_now(on)
        } else {
            words.ladder_version_past(on)
        };
        let changes = (version.effective_from > seen.today && version != shown).then(|| changes(seen, shown, version));
        view! { <li>{time(version.effective_from, told)}{changes}</li> }
    });
    view! {
        <section class="section" aria-labelledby="versions">
            <h2 id="versions">{words.ladder_versions()}</h2>
            <ul class="stack stack--tight">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// What a version to come asks that the one in force does not.
fn changes(seen: &Seen<'_>, now: &TrackVersion, next: &TrackVersion) -> AnyView {
    let words = seen.words();
    let is_new = |criterion: &&Criterion| now.criteria.iter().all(|one| one.rule != criterion.rule);
    let items = next.criteria.iter().filter(is_new);
    let items = items.map(|criterion| view! { <li>{words.heading(seen.ladder, criterion)}</li> }).collect_view();
    view! { <ul class="small">{items}</ul> }.into_any()
}
