//! What a page gives the browser: of the person what the reader may know, of the ladder what judges, and the words.
//! Nothing else is in it: no title or reason that is not shown, no pay, no track that does not apply.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use policy::Sight;
use rules::{Criterion, Day, Entry, Facts, Ladder, Month, Rule, State, Status, TrackId, TrackVersion};
use words::English;

use super::fields::Fault;
use super::island::WhatIf;
use super::outcome::Asked;
use super::wording::{HOLE, Wording};

/// Who is asked about, by whom, and on which track.
pub(crate) struct Question<'a> {
    pub(crate) ladder: &'a Ladder,
    /// Everything that is known of the person.
    pub(crate) facts: &'a Facts,
    /// As whom the reader looks at it.
    pub(crate) sight: Sight,
    /// The track of the page.
    pub(crate) track: TrackId,
    /// The first day of the version that judges on it, where it is not the one in force.
    pub(crate) pinned: Option<Day>,
    pub(crate) as_of: Day,
}

/// What if, about every track that applies, the one of the page first. `icons` is where the browser finds these.
pub(crate) fn of(words: &English, icons: &str, question: &Question<'_>) -> WhatIf {
    let Question { ladder, facts, sight, track, pinned, as_of } = *question;
    let engine = rules::Engine::new(ladder);
    let person = engine.person(facts, as_of);
    let status = |track| person.as_ref()?.decide(track).map(|decision| decision.status);
    let applies = |track: &TrackId| status(*track).is_some_and(|status| status != Status::NotApplicable);
    let others = ladder.track_ids().filter(|other| *other != track).filter(applies);
    let tracks: Vec<TrackId> = std::iter::once(track).chain(others).collect();
    let versions = tracks.iter().map(|one| judging(ladder, *one, as_of, pinned.filter(|_| *one == track)));
    let wording = wording(words, icons, ladder, as_of, &versions.collect::<Vec<_>>());
    let ladder = bare(ladder, &tracks, as_of, pinned);
    let mut facts = sight.facts_ahead(facts.clone(), &ladder, as_of);
    facts.waivers.retain(|row| tracks.contains(&row.track));
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
fn wording(words: &English, icons: &str, ladder: &Ladder, as_of: Day, versions: &[Option<&TrackVersion>]) -> Wording {
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
        icons: icons.to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_holds_no_pay_no_reason_no_title_and_of_conduct_what_the_reader_may_know() {
        let (words, ladder) = (English::new(), files::default_ladder());
        let as_of: Day = "2026-11-22".parse().unwrap();
        let mut of_conduct = 0;
        for person in demo::cast(as_of, ladder) {
            let facts = person.facts();
            let question =
                Question { ladder, facts: &facts, sight: Sight::Line, track: TrackId(0), pinned: None, as_of };
            let asked = of(&words, "", &question).asked;
            let version = |one: &TrackVersion| {
                one.pay_increase_percent.is_none() && one.criteria.iter().all(|criterion| criterion.why.is_none())
            };
            assert!(asked.ladder.tracks.iter().flat_map(|track| &track.versions).all(version));
            assert!(asked.ladder.catalogue.jobs.iter().all(|job| job.title.is_empty()));
            assert!(asked.facts.conduct.iter().all(|row| row.issued_on == as_of), "{:?}", asked.facts.conduct);
            of_conduct += usize::from(facts.conduct != asked.facts.conduct);
            let seen = of(&words, "", &Question { sight: Sight::Own, ..question }).asked;
            assert_eq!(seen.facts.conduct, facts.conduct, "one's own");
        }
        assert!(of_conduct > 0, "somebody of the cast has a conduct action");
    }
}
