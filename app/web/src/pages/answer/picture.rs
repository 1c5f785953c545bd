//! What the timeline shows, from the assessment that decides.

use model::MoveState;
use operations::moves::MoveTold;
use rules::{Day, Finding, Status};

use super::told::Told;
use crate::components::tag::{Standing, date_of_track};
use crate::components::timeline::{Moved, Past, Picture, Row};
use crate::pages::moves;
use crate::pictures::timeline::{Lines, Window};

pub(super) fn picture(told: &Told<'_>, moves: &[MoveTold]) -> Picture {
    let assessment = told.assessment;
    let window = Window::of_assessments(assessment.as_of, [assessment]);
    Picture {
        window,
        as_of: assessment.as_of,
        rows: told.top_level().map(|finding| row(told, window, finding)).collect(),
        all: all(told, window),
        flags: flags(told),
        moves: moves.iter().filter_map(|one| moved(told, window, one)).collect(),
    }
}

/// A move that was made or is planned within the window.
fn moved(told: &Told<'_>, window: Window, one: &MoveTold) -> Option<Moved> {
    let (words, ladder, one) = (&told.app.words, &told.answer.ladder, &one.told);
    let counts = matches!(one.state, MoveState::Planned | MoveState::Made) && window.holds(one.effective_on);
    counts.then(|| Moved {
        on: one.effective_on,
        name: moves::told(words, ladder, one),
        flag: words.timeline_move(moves::job_of(ladder, &one.job), words.date(one.effective_on)),
        state: words.move_state(one.state.code()),
    })
}

fn row(told: &Told<'_>, window: Window, finding: &Finding) -> Row {
    let (words, assessment) = (&told.app.words, told.assessment);
    let lines = Lines::of_criterion(assessment, told.supposed, finding);
    let label = told.heading(finding);
    Row {
        standing: told.standing(finding),
        name: label.clone(),
        label,
        href: Some(format!("#{}", Told::anchor(finding))),
        bars: lines.bars(window, assessment.as_of),
        days: finding.timeline.clone(),
        date: date(told, finding).unwrap_or_else(|| match finding.state.is_unknown() {
            true => (None, words.timeline_look("unknown")),
            false if finding.state.is_met() => (None, words.state(finding.state)),
            false => (None, words.timeline_to_do()),
        }),
        past: if told.is_withheld(finding) { Past::Withheld } else { Past::Shown },
    }
}

/// Until when a criterion holds, since when, or from when it will.
pub(super) fn date(told: &Told<'_>, finding: &Finding) -> Option<(Option<Day>, String)> {
    let words = &told.app.words;
    let until = finding.lapses_on.map(Day::previous).map(|day| (Some(day), words.timeline_until(words.date(day))));
    let since = || finding.met_since.map(|day| (Some(day), words.timeline_since(words.date(day))));
    let from = || finding.earliest_on.map(|day| (Some(day), words.timeline_from(words.date(day))));
    if finding.state.is_met() { until.or_else(since) } else { from() }
}

fn all(told: &Told<'_>, window: Window) -> Row {
    let (words, assessment) = (&told.app.words, told.assessment);
    let decision = &assessment.decision;
    let lines = Lines::of_track(assessment, told.supposed);
    let standing = Standing::of_track(words, decision, assessment.as_of);
    Row {
        label: words.timeline_all(standing.code),
        name: words.timeline_all(standing.code),
        standing,
        href: None,
        bars: lines.bars(window, assessment.as_of),
        days: assessment.timeline.clone(),
        date: match date_of_track(words, decision) {
            Some((day, told)) => (Some(day), told),
            None if decision.status == Status::NotApplicable => (None, String::new()),
            None => (None, words.timeline_no_day()),
        },
        past: if told.withholds() { Past::Withheld } else { Past::Shown },
    }
}

/// The dates that come of it, in order.
fn flags(told: &Told<'_>) -> Vec<(Day, String)> {
    let (words, assessment) = (&told.app.words, told.assessment);
    let (decision, plan) = (&assessment.decision, &assessment.plan);
    let from = decision.earliest_on.filter(|_| decision.status == Status::OnCourse);
    let planned = plan.eligible_on.filter(|_| decision.earliest_on.is_none() && !plan.actions.is_empty());
    let flags = [
        from.map(|day| (day, words.timeline_from(words.date(day)))),
        planned.map(|day| (day, words.timeline_planned(words.date(day)))),
        decision.lapses_on.map(|day| (day, words.timeline_until(words.date(day.previous())))),
    ];
    let mut flags: Vec<_> = flags.into_iter().flatten().collect();
    flags.sort_by_key(|(day, _)| *day);
    flags
}
