//! One criterion: rule, fact, arithmetic, evidence, next step.

use leptos::prelude::*;
use rules::{Criterion, Finding, State};
use words::Sum;

use super::picture::date;
use super::told::Told;
use crate::components::tag::tag;
use crate::components::time::time;
use crate::components::{Icon, Pointing};

/// A finding as a line that opens; what stands in the way, or is about to, is open.
pub(super) fn criterion(told: &Told<'_>, finding: &Finding) -> AnyView {
    let standing = told.standing(finding);
    let is_open = told.assessment.binding.contains(&finding.path)
        || (finding.path.is_top_level() && (standing.is_lapsing() || finding.state == State::Waived));
    let date = date(told, finding).map(|(day, told)| {
        let date = match day {
            Some(day) => time(day, told),
            None => told.into_any(),
        };
        view! { <span>{date}</span> }
    });
    let rule = heading(finding.path.positions().len(), told.heading(finding));
    view! {
        <li>
            <details class="criterion" data-state=standing.code open=is_open>
                <summary class="criterion__head">
                    <Icon name="open" pointing=Pointing::Along part="criterion__open"/>
                    {rule}
                    <span class="criterion__side">{tag(&standing)}{date}</span>
                </summary>
                <div class="criterion__body" id=Told::anchor(finding)>
                    {told.criterion(finding).map(|criterion| body(told, criterion, finding))}
                </div>
            </details>
        </li>
    }
    .into_any()
}

/// The heading of a criterion so deep within its track, below the page's and the section's.
fn heading(depth: usize, rule: String) -> AnyView {
    match depth {
        1 => view! { <h3 class="criterion__rule">{rule}</h3> }.into_any(),
        2 => view! { <h4 class="criterion__rule">{rule}</h4> }.into_any(),
        3 => view! { <h5 class="criterion__rule">{rule}</h5> }.into_any(),
        _ => view! { <h6 class="criterion__rule">{rule}</h6> }.into_any(),
    }
}

fn body(told: &Told<'_>, criterion: &Criterion, finding: &Finding) -> AnyView {
    let (words, ladder) = (&told.app.words, told.telling.ladder);
    let why = criterion.why.clone().map(|why| view! { <p class="criterion__why">{why}</p> });
    let withheld = told.is_withheld(finding).then(|| {
        view! { <p class="criterion__why row"><Icon name="hidden"/><span>{words.answer_withheld()}</span></p> }
    });
    let sum = words.sum(ladder, criterion, finding).map(sum);
    let evidence: Vec<String> = finding.evidence.iter().filter_map(|fact| words.evidence(ladder, fact)).collect();
    let evidence = (!evidence.is_empty()).then(|| {
        let facts = evidence.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view();
        view! { <ul class="evidence" aria-label=words.answer_evidence()>{facts}</ul> }
    });
    let parts: Vec<AnyView> = told.parts(finding).map(|part| self::criterion(told, part)).collect();
    let parts = (!parts.is_empty()).then(|| view! { <ol class="criteria" role="list">{parts}</ol> });
    view! {
        <p>{words.explanation(&told.telling, criterion, finding)}</p>
        {why}
        {withheld}
        {sum}
        {progress(finding)}
        {steps(told, criterion, finding)}
        {evidence}
        {parts}
    }
    .into_any()
}

fn sum(sum: Sum) -> AnyView {
    let line = |(label, number): (String, String)| view! { <div><dt>{label}</dt><dd>{number}</dd></div> };
    let result = sum.result.map(|(label, number)| {
        view! { <div class="arithmetic__result"><dt>{label}</dt><dd>{number}</dd></div> }
    });
    view! { <dl class="arithmetic">{sum.lines.into_iter().map(line).collect_view()}{result}</dl> }.into_any()
}

/// How far along it is, where time or a booking will do the rest. Beside the words, never the answer.
fn progress(finding: &Finding) -> Option<AnyView> {
    let done = finding.progress.ten_thousandths();
    if finding.state != State::NotYet || done == 0 {
        return None;
    }
    let width = format!("{}.{}%", done / 100, done % 100 / 10);
    Some(view! { <svg class="progress" aria-hidden="true"><rect width=width/></svg> }.into_any())
}

/// What can be done about it.
fn steps(told: &Told<'_>, criterion: &Criterion, finding: &Finding) -> Vec<AnyView> {
    let (words, reader) = (&told.app.words, told.telling.reader.code());
    let unknown = match finding.state {
        State::Unverified => Some(words.answer_verify(reader)),
        State::NoEvidence | State::Insufficient => Some(words.answer_complete(reader)),
        State::Met | State::Waived | State::CannotTell | State::NotYet | State::Unmet => None,
    };
    let actions = told.assessment.plan.actions.iter().filter(|action| action.path == finding.path);
    let planned = actions.map(|action| words.step(&told.telling, criterion, action));
    let step = |text: String| {
        view! { <p class="step"><Icon name="next" pointing=Pointing::Along/><span>{text}</span></p> }.into_any()
    };
    unknown.into_iter().chain(planned).map(step).collect()
}
