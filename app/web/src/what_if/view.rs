//! The result as it is shown, by the server and by the browser alike: text, as the browser then has no templates to load.

use std::fmt::{self, Write as _};

use rules::{Day, State, Status};

use super::fields::{Field, Problem};
use super::outcome::{CriterionStanding, Difference, Outcome, Standing};
use super::wording::{Wording, filled};

/// Where nothing is assumed.
pub(crate) fn nothing(wording: &Wording) -> String {
    format!(r#"<p class="soft">{}</p>"#, Plain(&wording.nothing_assumed))
}

/// What could not be read, each with a way to its field.
pub(crate) fn faults(wording: &Wording, problems: &[Problem]) -> String {
    let mut lines = String::new();
    for problem in problems {
        let whose = match problem.field {
            Field::Day => wording.later_day.clone(),
            Field::What | Field::On | Field::Until | Field::Value => {
                filled(&wording.change, &(problem.change + 1).to_string())
            }
        };
        let (id, fault) = (id(*problem), wording.fault(problem.fault));
        push(&mut lines, format_args!(r##"<li><a href="#{id}">{}: {}</a></li>"##, Plain(&whose), Plain(&fault)));
    }
    format!(r#"<div class="error-summary"><ul role="list">{lines}</ul></div>"#)
}

/// The id of a field of the form.
fn id(problem: Problem) -> String {
    let name = match problem.field {
        Field::Day => return "what-if-day".to_owned(),
        Field::What => "what",
        Field::On => "on",
        Field::Until => "until",
        Field::Value => "value",
    };
    format!("what-if-{name}-{}", problem.change + 1)
}

/// Today's answer and the other one: a row for each track, and for each criterion that stands differently.
pub(crate) fn tables(wording: &Wording, outcome: &Outcome) -> String {
    let mut tracks = String::new();
    for ((_, difference), title) in outcome.tracks.iter().zip(&wording.tracks) {
        let told = |one| standing(wording, one, outcome.day);
        let differs = difference.today != difference.with_changes;
        let after = differs.then(|| told(difference.with_changes));
        tracks += &row(wording, title, &told(difference.today), after);
    }
    let mut criteria = String::new();
    for (path, Difference { today, with_changes }) in &outcome.criteria {
        let place = path.positions().first().copied().unwrap_or_default();
        let title = wording.criteria.get(usize::from(place)).map_or("", String::as_str);
        criteria += &row(wording, title, &criterion(wording, *today), Some(criterion(wording, *with_changes)));
    }
    let tracks = table(wording, &wording.caption, &wording.answer, &tracks);
    let criteria = match criteria.as_str() {
        "" => String::new(),
        rows => table(wording, &wording.criterion, &wording.criterion, rows),
    };
    format!(r#"<div class="stack">{tracks}{criteria}</div>"#)
}

fn table(wording: &Wording, caption: &str, first: &str, rows: &str) -> String {
    let mut head = String::new();
    for title in [first, &wording.today, &wording.with_changes] {
        push(&mut head, format_args!(r#"<th scope="col">{}</th>"#, Plain(title)));
    }
    let caption = Plain(caption);
    format!(
        r#"<div class="table-scroll" role="group" aria-label="{caption}" tabindex="0"><table class="table"><caption class="visually-hidden">{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"#
    )
}

/// A row; its last cell says so where nothing differs.
fn row(wording: &Wording, title: &str, today: &str, with_changes: Option<String>) -> String {
    let title = Plain(title);
    let after = with_changes.map_or_else(
        || format!(r#"<td><span class="soft">{}</span></td>"#, Plain(&wording.no_difference)),
        |after| format!(r#"<td class="changed">{after}</td>"#),
    );
    format!(r#"<tr><th scope="row">{title}</th><td>{today}</td>{after}</tr>"#)
}

fn standing(wording: &Wording, standing: Standing, day: Option<Day>) -> String {
    let (icon, pattern) = match standing.status {
        Status::Eligible => ("met", &wording.until),
        Status::OnCourse => ("not_yet", &wording.from),
        Status::CannotTell => ("unknown", &wording.from),
        Status::NeedsAction => ("unmet", &wording.from),
        Status::NotApplicable => ("not_applicable", &wording.from),
    };
    let mut told = tag(wording, standing.status.code(), icon, &wording.status(standing.status));
    told += &dated(wording, pattern, standing.date);
    if let Some((day, eligible)) = day.zip(standing.then) {
        let then = if eligible { &wording.eligible_then } else { &wording.not_eligible_then };
        let on = filled(&wording.on_day, &wording.day(day));
        push(&mut told, format_args!("<p>{} {}</p>", Plain(&on), Plain(then)));
    }
    told
}

fn criterion(wording: &Wording, standing: CriterionStanding) -> String {
    let (icon, pattern) = match standing.state {
        State::Met => ("met", &wording.until),
        State::Waived => ("waived", &wording.until),
        State::Unverified | State::NoEvidence | State::Insufficient | State::CannotTell => ("unknown", &wording.from),
        State::NotYet => ("not_yet", &wording.from),
        State::Unmet => ("unmet", &wording.from),
    };
    tag(wording, standing.state.code(), icon, &wording.state(standing.state)) + &dated(wording, pattern, standing.date)
}

fn dated(wording: &Wording, pattern: &str, day: Option<Day>) -> String {
    let Some(day) = day else { return String::new() };
    format!(r#"<p><time datetime="{day}">{}</time></p>"#, Plain(&filled(pattern, &wording.day(day))))
}

fn tag(wording: &Wording, state: &str, icon: &str, word: &str) -> String {
    let (icons, word) = (Plain(&wording.icons), Plain(word));
    format!(
        r##"<strong class="tag" data-state="{state}"><svg class="icon" aria-hidden="true"><use href="{icons}#{icon}"/></svg>{word}</strong>"##
    )
}

fn push(html: &mut String, part: fmt::Arguments<'_>) {
    // A string takes everything.
    let _ = html.write_fmt(part);
}

/// Text that is no markup, whatever is in it.
struct Plain<'t>(&'t str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                _ => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_text_whatever_is_in_it() {
        let wording = Wording { tracks: vec![r#"R&D <"Lead">"#.to_owned()], ..Wording::default() };
        let standing = Standing { status: Status::Eligible, date: None, then: None };
        let difference = Difference { today: standing, with_changes: standing };
        let outcome = Outcome { tracks: vec![(rules::TrackId(0), difference)], ..Outcome::default() };
        let html = tables(&wording, &outcome);
        assert!(html.contains("<th scope=\"row\">R&amp;D &lt;&quot;Lead&quot;&gt;</th>"), "{html}");
    }
}
