//! What a page gives the browser: of the person what the reader may know, of the ladder what judges, and the words.
//! Nothing else is in it: no title or reason that is not shown, no pay, no track that does not apply.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use operations::Answer;
use rules::{Criterion, Day, Entry, Facts, Ladder, Month, Rule, State, Status, TrackId, TrackVersion};

use super::fields::Fault;
use super::island::WhatIf;
use super::outcome::Asked;
use super::wording::{HOLE, Wording};
use crate::app::App;

/// What if, for who asked for an answer: every track that applies, the one of the page first.
pub(crate) fn of(app: &App, answer: &Answer, as_of: Day, pinned: Option<Day>) -> WhatIf {
    let ladder = &*answer.ladder;
    let others = ladder.track_ids().filter(|track| *track != answer.track);
    let engine = rules::Engine::new(ladder);
    let person = engine.person(&answer.facts, as_of);
    let status = |track| person.as_ref()?.decide(track).map(|decision| decision.status);
    let applies = |track: &TrackId| status(*track).is_some_and(|status| status != Status::NotApplicable);
    let tracks: Vec<TrackId> = std::iter::once(answer.track).chain(others.filter(applies)).collect();
    let judging = |track: TrackId| judging(ladder, track, as_of, pinned.filter(|_| track == answer.track));
    let wording = wording(app, ladder, as_of, &tracks.iter().map(|track| judging(*track)).collect::<Vec<_>>());
    let ladder = bare(ladder, &tracks, as_of, pinned);
    let facts = answer.sight.facts_ahead(answer.facts.clone(), &ladder, as_of);
    let facts =
        Facts { waivers: facts.waivers.into_iter().filter(|row| tracks.contains(&row.track)).collect(), ..facts };
    WhatIf { asked: Asked { facts, ladder, tracks, pinned, as_of }, wording }
}

/// As text of a page.
pub(crate) fn sealed(what_if: &WhatIf) -> Option<String> {
    let bytes = postcard::to_allocvec(what_if);
    bytes
        .inspect_err(|error| tracing::error!(%error, "what if is left to the server"))
        .ok()
        .map(|bytes| STANDARD.encode(bytes))
}

/// The version of a track that is asked about.
fn judging(ladder: &Ladder, track: TrackId, as_of: Day, pinned: Option<Day>) -> Option<&TrackVersion> {
    let track = ladder.track(track);
    match pinned {
        Some(from) => track.versions.iter().find(|version| version.effective_from == from),
        None => track.version_on(as_of),
    }
}

/// What judges on these tracks from a day on, and nothing that only people read. Tracks and codes keep their places,
/// which are their ids.
fn bare(ladder: &Ladder, tracks: &[TrackId], as_of: Day, pinned: Option<Day>) -> Ladder {
    let mut ladder = ladder.clone();
    for id in ladder.track_ids() {
        let track = &mut ladder.tracks[id.index()];
        let in_force = track.version_on(as_of).map(|version| version.effective_from);
        let is_asked = |day: Day| Some(day) >= in_force || Some(day) == pinned;
        track.versions.retain(|version| tracks.contains(&id) && is_asked(version.effective_from));
        for version in &mut track.versions {
            (version.typical_months, version.pay_increase_percent) = (None, None);
            version.criteria.iter_mut().for_each(silence);
        }
    }
    let catalogue = &mut ladder.catalogue;
    catalogue.jobs.iter_mut().for_each(|job| (job.title, job.level) = (String::new(), None));
    catalogue.courses.iter_mut().for_each(|course| course.title.clear());
    catalogue.skills.iter_mut().for_each(|skill| skill.title.clear());
    catalogue.activities.iter_mut().for_each(|activity| activity.title.clear());
    catalogue.metrics.iter_mut().for_each(|metric| (metric.title, metric.unit) = (String::new(), None));
    for certification in &mut catalogue.certifications {
        (certification.title, certification.issuer) = (String::new(), None);
    }
    ladder
}

/// Without HR's reasons.
fn silence(criterion: &mut Criterion) {
    criterion.why = None;
    if let Rule::All(of) | Rule::Any(of) | Rule::AtLeast { of, .. } = &mut criterion.rule {
        of.iter_mut().for_each(silence);
    }
}

/// The words, for the versions that are asked about, the page's own first.
fn wording(app: &App, ladder: &Ladder, as_of: Day, versions: &[Option<&TrackVersion>]) -> Wording {
    let words = &app.words;
    let job = |version: &Option<&TrackVersion>| {
        version.map_or_else(String::new, |version| ladder.catalogue.job(version.to).title().to_owned())
    };
    let criteria = versions.first().copied().flatten().map(|version| &version.criteria);
    let month = |number| Month::new(as_of.ymd().0, number).map(|month| words.month(month)).unwrap_or_default();
    let name = |number| month(number).split_whitespace().next().unwrap_or_default().to_owned();
    Wording {
        statuses: Status::ALL.iter().map(|status| words.status(*status)).collect(),
        states: State::ALL.iter().map(|state| words.state(*state)).collect(),
        faults: Fault::ALL.iter().map(|fault| words.what_if_fault(fault.code())).collect(),
        months: (1..=12).map(name).collect(),
        tracks: versions.iter().map(job).collect(),
        criteria: criteria.into_iter().flatten().map(|one| words.heading(ladder, one)).collect(),
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
