//! Which of the track's criteria do not hold for the candidate: why a proposal is refused, and what can be waived.

use leptos::prelude::*;
use model::{NominationAct, Refusal};
use operations::nominations::Story;
use policy::Sight;
use rules::{Assessment, Criterion, Day, Finding, Path};
use words::{English, Reader, Telling};

use super::forms::{Field, Typed, field};
use crate::components::tag::{Standing, tag};
use crate::components::{Icon, Pointing, time};

/// The track's criteria as they stand for the candidate today.
pub(super) struct Criteria<'a> {
    words: &'a English,
    telling: Telling<'a>,
    assessment: &'a Assessment,
}

impl<'a> Criteria<'a> {
    /// Nothing where the reader is not told, or nothing can be done about it any more.
    pub(super) fn of(words: &'a English, story: &'a Story) -> Option<Criteria<'a>> {
        let (ladder, assessment) = (&*story.ladder, story.assessment.as_ref()?);
        let versions = &ladder.track(assessment.track).versions;
        let version = versions.iter().find(|one| one.effective_from == assessment.criteria_effective_from)?;
        let reader = match story.sight {
            Sight::Own => Reader::Own,
            Sight::Hr | Sight::Line => Reader::Other(&story.nominated.full_name),
        };
        let telling = Telling { ladder, version, reader, as_of: assessment.as_of, cut_off: None };
        Some(Criteria { words, telling, assessment })
    }

    /// The day that is looked at: the one that was typed, or asked for, where it is to come; else today.
    pub(super) fn day(&self, story: &Story, typed: &Typed) -> Day {
        let today = self.assessment.as_of;
        let typed = typed.act.filter(|act| *act == NominationAct::Propose).and(self.words.typed_day(&typed.on));
        typed.or(story.nominated.nomination.asked_on).map_or(today, |day| day.max(today))
    }

    /// The first day from today on on which every criterion holds, where that is not today.
    pub(super) fn first_day(&self) -> Option<Day> {
        self.assessment.timeline.earliest_from(self.assessment.as_of).filter(|day| *day > self.assessment.as_of)
    }

    /// The track's own criteria that do not hold on a day.
    fn unmet(&self, on: Day) -> impl Iterator<Item = (&'a Criterion, &'a Finding)> + use<'a> {
        let (assessment, version) = (self.assessment, self.telling.version);
        let own = assessment.findings.iter().filter(|finding| finding.path.is_top_level());
        let unmet = own.filter(move |finding| !finding.timeline.contains(on));
        unmet.filter_map(|finding| Some((version.criterion(&finding.path)?, finding)))
    }

    /// What can be waived of what does not hold on a day, by id and heading: also parts of what does not.
    pub(super) fn waivable(&self, on: Day) -> Vec<(String, String)> {
        let holds = |finding: &&Finding| finding.timeline.contains(on);
        let held: Vec<&Finding> = self.assessment.findings.iter().filter(holds).collect();
        let is_within = |whole: &Finding, path: &Path| path.positions().starts_with(whole.path.positions());
        let is_missing = |finding: &&Finding| !held.iter().any(|whole| is_within(whole, &finding.path));
        let unmet = self.assessment.findings.iter().filter(is_missing);
        let named = unmet.filter_map(|finding| {
            let heading = self.words.heading(self.telling.ladder, self.telling.version.criterion(&finding.path)?);
            Some((finding.id.as_ref()?.to_string(), heading))
        });
        named.collect()
    }
}

/// What is not met on the day that is looked at.
pub(super) fn criteria(words: &English, story: &Story, typed: &Typed) -> Option<AnyView> {
    let told = Criteria::of(words, story)?;
    let on = told.day(story, typed);
    let unmet: Vec<_> = told.unmet(on).map(|(criterion, finding)| line(&told, criterion, finding)).collect();
    let day = words.date(on);
    let inside = if unmet.is_empty() {
        view! { <p>{words.waiver_criteria_met(day)}</p> }.into_any()
    } else {
        view! {
            <p class="soft">{words.waiver_criteria_on(day)}</p>
            <ol class="criteria" role="list">{unmet}</ol>
        }
        .into_any()
    };
    Some(
        view! {
            <section class="section" aria-labelledby="unmet">
                <h2 id="unmet">{words.waiver_criteria()}</h2>
                {inside}
            </section>
        }
        .into_any(),
    )
}

/// A criterion as a line that opens.
fn line(told: &Criteria<'_>, criterion: &Criterion, finding: &Finding) -> AnyView {
    let (words, telling) = (told.words, &told.telling);
    let standing = Standing::of_criterion(words, finding, telling.as_of);
    let from = finding.earliest_on.filter(|day| *day > telling.as_of);
    let from = from.map(|day| time(day, words.timeline_from(words.date(day))));
    view! {
        <li>
            <details class="criterion" data-state=standing.code>
                <summary class="criterion__head">
                    <Icon name="open" pointing=Pointing::Along part="criterion__open"/>
                    <h3 class="criterion__rule">{words.heading(telling.ladder, criterion)}</h3>
                    <span class="criterion__side">{tag(&standing)}<span>{from}</span></span>
                </summary>
                <div class="criterion__body"><p>{words.explanation(telling, criterion, finding)}</p></div>
            </details>
        </li>
    }
    .into_any()
}

/// What can be done where an act was refused because somebody is not eligible on a day: each with the place of it.
pub(super) fn offers(
    words: &English,
    story: &Story,
    act: NominationAct,
    refusal: &Refusal,
) -> Vec<(&'static str, String)> {
    let Refusal::NotEligible { on, earliest_on, .. } = refusal else { return Vec::new() };
    let Some(told) = Criteria::of(words, story) else { return Vec::new() };
    let (ladder, as_of) = (told.telling.ladder, told.telling.as_of);
    let unmet = |(criterion, finding)| ("unmet", words.finding(ladder, criterion, finding, as_of));
    let mut offers: Vec<_> = told.unmet(*on).map(unmet).collect();
    if story.possible.contains(&NominationAct::AskWaiver) && !told.waivable(*on).is_empty() {
        offers.push((super::ask_waiver::FIRST, words.waiver_offer_ask()));
    }
    offers.extend(earliest_on.map(|day| (field(act, Field::On), words.waiver_offer_later(words.date(day)))));
    offers
}
