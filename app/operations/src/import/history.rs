//! A person's assignments where a feed has only a row of `employees.csv`: history is never overwritten.

use model::{Body, Fact, FactKind, KnownFact, fold};
use rules::Day;

/// A change to a person's assignments.
pub(super) enum Edit<'k> {
    Supersede(&'k KnownFact),
    Record(Fact),
}

fn day(body: &Body, column: &str) -> Option<Day> {
    body.get(column).and_then(|text| text.parse().ok())
}

fn job(body: &Body) -> &str {
    body.get("job").map_or("", String::as_str)
}

fn began(body: &Body) -> Option<Day> {
    day(body, "job_started_on").or_else(|| day(body, "hired_on"))
}

/// What follows from a row that became another. A job that differs from the open assignment's ends that assignment the
/// day before `job_started_on` and opens the next. Where the feed does not say since when, it is since the day of a new
/// employment, else since the day of the import. One that would begin no later than the open one corrects it.
pub(super) fn follow<'k>(before: &Body, after: &Body, known: &[&'k KnownFact], today: Day) -> Vec<Edit<'k>> {
    let (Some(began_before), Some(hired_on)) = (began(before), day(after, "hired_on")) else { return Vec::new() };
    let unstated = if hired_on > began_before { hired_on } else { today };
    let starts = day(after, "job_started_on").unwrap_or(unstated);
    let open = known.iter().copied().max_by_key(|known| day(&known.fact.body, "started_on"));
    let Some(open) = open else {
        if job(before) == job(after) || starts <= began_before {
            return Vec::new();
        }
        let first = assignment(job(before), began_before, Some(starts.previous()));
        return vec![Edit::Record(first), Edit::Record(assignment(job(after), starts, None))];
    };
    if job(&open.fact.body) == job(after) {
        return match (day(before, "job_started_on"), day(after, "job_started_on")) {
            (Some(old), Some(new)) if old != new && day(&open.fact.body, "started_on") == Some(old) => {
                cut_at(new, known, Some(old.previous()), job(after))
            }
            _ => Vec::new(),
        };
    }
    if job(before) == job(after) {
        return Vec::new();
    }
    cut_at(starts, known, None, job(after))
}

/// Lets a job start on a day: what begins then or later is superseded, what reaches it ends the day before, and so
/// does what ended on `touching`, the day before it was thought to start.
fn cut_at<'k>(starts: Day, known: &[&'k KnownFact], touching: Option<Day>, job_code: &str) -> Vec<Edit<'k>> {
    let mut edits = Vec::new();
    for one in known {
        let body = &one.fact.body;
        let Some(started_on) = day(body, "started_on") else { continue };
        let ended_on = day(body, "ended_on");
        let replaced = touching.is_some() && job(body) == job_code && ended_on.is_none();
        if started_on >= starts || replaced {
            edits.push(Edit::Supersede(one));
        } else if ended_on.is_none_or(|ended_on| ended_on >= starts || Some(ended_on) == touching) {
            let mut body = body.clone();
            body.insert("ended_on".to_owned(), starts.previous().to_string());
            edits.push(Edit::Supersede(one));
            edits.push(Edit::Record(Fact { body, ..one.fact.clone() }));
        }
    }
    edits.push(Edit::Record(assignment(job_code, starts, None)));
    edits
}

fn assignment(job: &str, started_on: Day, ended_on: Option<Day>) -> Fact {
    let mut body = Body::from([("job".to_owned(), job.to_owned()), ("started_on".to_owned(), started_on.to_string())]);
    body.extend(ended_on.map(|day| ("ended_on".to_owned(), day.to_string())));
    Fact { kind: FactKind::Assignment, key: fold(&format!("{job} {started_on}")), body }
}

/// Whether two assignments have a day in common.
pub(super) fn overlap(one: &Body, other: &Body) -> bool {
    let span = |body: &Body| (day(body, "started_on"), day(body, "ended_on").unwrap_or(Day::FOREVER));
    let ((start, end), (other_start, other_end)) = (span(one), span(other));
    start <= Some(other_end) && other_start <= Some(end)
}

/// The row of a person who has left by the day before; none where they had left already.
pub(super) fn left(body: &Body, today: Day) -> Option<Body> {
    if body.contains_key("left_on") {
        return None;
    }
    let no_earlier = [day(body, "hired_on"), day(body, "job_started_on")].into_iter().flatten().max();
    let left_on = no_earlier.map_or(today.previous(), |day| day.max(today.previous()));
    let mut body = body.clone();
    body.insert("left_on".to_owned(), left_on.to_string());
    Some(body)
}
