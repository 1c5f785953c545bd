//! A line of a list of people, in words: what a page shows and a file holds.

use crate::components::Standing;
use operations::{Member, Search, StoredAssessment, nearest};
use rules::{Day, Decision, Entry, Ladder, Status, Track};
use words::English;

/// Somebody in a list.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) number: String,
    pub(crate) job: String,
    pub(crate) site: Option<String>,
    pub(crate) hired_on: Day,
    pub(crate) left_on: Option<Day>,
    /// How they stand on the track that is looked for, or on the nearest.
    pub(crate) stands: Option<Stands>,
}

/// How somebody stands on a track.
pub(crate) struct Stands {
    /// The track's code.
    pub(crate) track: String,
    /// The job that it leads to.
    pub(crate) to: String,
    pub(crate) standing: Standing,
    pub(crate) date: Option<Told>,
}

/// A day, and what it means, as messages select on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) means: &'static str,
    pub(crate) day: Day,
}

impl Told {
    /// The one day of a decision that matters most in a list.
    pub(crate) fn of(decision: &Decision) -> Option<Told> {
        let told = |means, day: Option<Day>| day.map(|day| Told { means, day });
        match decision.status {
            Status::Eligible => {
                told("until", decision.lapses_on.map(Day::previous)).or(told("since", decision.eligible_since))
            }
            Status::OnCourse => told("from", decision.earliest_on),
            Status::CannotTell => told("verified", decision.earliest_on_if_verified)
                .or(told("known", decision.earliest_on_if_known))
                .or(told("from", decision.earliest_on)),
            Status::NeedsAction | Status::NotApplicable => None,
        }
    }

    /// "until 24 Oct 2027".
    pub(crate) fn say(self, words: &English) -> String {
        words.people_date(self.means, words.date(self.day))
    }
}

impl Stands {
    /// How somebody stands, by what is stored.
    pub(crate) fn of(words: &English, ladder: &Ladder, stored: &StoredAssessment) -> Stands {
        Stands {
            track: stored.track.clone(),
            to: leads_to(ladder, &stored.track, stored.as_of),
            standing: Standing::of_track(words, &stored.decision, stored.as_of),
            date: Told::of(&stored.decision),
        }
    }
}

impl Row {
    /// What a list that looks for something tells of somebody.
    pub(crate) fn of(
        words: &English,
        ladder: &Ladder,
        search: &Search,
        (employee, stored): &Member,
        today: Day,
    ) -> Row {
        let asked = |one: &&StoredAssessment| {
            let on_track = search.track.as_ref().is_none_or(|track| *track == one.track);
            on_track && search.standing.is_none_or(|standing| standing.fits(&one.decision, today))
        };
        let shown = nearest(ladder, stored.iter().filter(asked));
        Row {
            name: employee.full_name.clone(),
            number: employee.number.clone(),
            job: job_title(ladder, &employee.job),
            site: employee.site.clone(),
            hired_on: employee.hired_on,
            left_on: employee.left_on,
            stands: shown.map(|stored| Stands::of(words, ladder, stored)),
        }
    }
}

/// What a job is called; its code where the ladder does not know it any longer.
pub(crate) fn job_title(ladder: &Ladder, code: &str) -> String {
    let job = ladder.catalogue.jobs.iter().find(|job| job.code() == code);
    job.map_or_else(|| code.to_owned(), |job| job.title.clone())
}

/// The job that a track leads to; the track's code where the ladder does not know it any longer.
pub(crate) fn leads_to(ladder: &Ladder, track: &str, on: Day) -> String {
    let known = ladder.tracks.iter().find(|one| one.code == track);
    let version = known.and_then(|one| one.version_on(on).or(one.versions.first()));
    version.map_or_else(|| track.to_owned(), |version| ladder.catalogue.job(version.to).title.clone())
}

/// A track among others, by where it leads, and where two of them lead there, from where.
pub(crate) fn track_title<'l>(
    words: &English,
    ladder: &Ladder,
    track: &Track,
    among: impl IntoIterator<Item = &'l Track>,
    today: Day,
) -> String {
    let to = leads_to(ladder, &track.code, today);
    let alike = among.into_iter().filter(|one| leads_to(ladder, &one.code, today) == to).count();
    match track.version_on(today) {
        Some(version) if alike > 1 => words.people_track_from(to, words.one_of_jobs(ladder, &version.from)),
        Some(_) | None => to,
    }
}
