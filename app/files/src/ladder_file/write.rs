//! Writing a ladder file: what [`super::read_ladder`] reads back as the same ladder.

use std::fmt::Display;

use compact_str::CompactString;
use rules::{
    Aggregate, Assessor, Bound, Catalogue, CertificationRule, Clock, CourseId, Criterion, Day, Entry, JobId, Ladder,
    LanguageRule, LanguageTag, MetricRule, Rule, Track, TrackVersion, TrainingRule, Where,
};

/// A key with its value as TOML writes it; `None` where the value is the default.
type Pair = Option<(&'static str, String)>;

/// An entry of a ladder file, as it is written.
pub(crate) struct Written {
    /// `job`, `certification`, … `track`.
    pub(crate) kind: &'static str,
    /// Its code.
    pub(crate) code: CompactString,
    /// `[[kind]]` and a line for each key.
    pub(crate) text: String,
}

/// Which entry of a ladder: its kind and code; of a version of a track also its first day.
pub(crate) type Which<'l> = (&'static str, &'l str, Option<Day>);

/// The ladder as a file. Defaults are left out; a criterion takes a line.
pub fn write_ladder(ladder: &Ladder) -> String {
    write_part(ladder, |_| true)
}

/// The same of some of its entries.
pub(crate) fn write_part(ladder: &Ladder, keep: impl Fn(Which<'_>) -> bool) -> String {
    let texts: Vec<String> = entries(ladder, keep).into_iter().map(|entry| entry.text).collect();
    texts.join("\n")
}

/// Entries of a ladder, in the order of its file.
pub(crate) fn entries(ladder: &Ladder, keep: impl Fn(Which<'_>) -> bool) -> Vec<Written> {
    let catalogue = &ladder.catalogue;
    let jobs = catalogue.jobs.iter().filter(|entry| keep(("job", entry.code(), None))).map(|entry| {
        let level = [some("level", entry.level)];
        coded("job", entry, level)
    });
    let certifications = catalogue.certifications.iter().filter(|entry| keep(("certification", entry.code(), None)));
    let certifications = certifications.map(|entry| {
        let (issuer, family) = (entry.issuer.as_deref().map(text), entry.family.as_deref().map(text));
        let (validity, lead) = (some("validity_months", entry.validity_months), some("lead_days", entry.lead_days));
        let own = [some("issuer", issuer), some("family", family), some("rank", entry.rank), validity, lead];
        coded("certification", entry, own)
    });
    let courses = catalogue.courses.iter().filter(|entry| keep(("course", entry.code(), None)));
    let courses = courses.map(|entry| coded("course", entry, [some("lead_days", entry.lead_days)]));
    let metrics = catalogue.metrics.iter().filter(|entry| keep(("metric", entry.code(), None))).map(|entry| {
        let unit = some("unit", entry.unit.as_deref().map(text));
        let better = some("better", entry.better.map(|better| text(better.code())));
        let closes = unless(entry.closes_after_days == 0, "closes_after_days", entry.closes_after_days);
        coded("metric", entry, [unit, better, closes])
    });
    let skills = catalogue.skills.iter().filter(|entry| keep(("skill", entry.code(), None)));
    let activities = catalogue.activities.iter().filter(|entry| keep(("activity", entry.code(), None)));
    let versions = ladder.tracks.iter().flat_map(|track| track.versions.iter().map(move |version| (track, version)));
    let versions = versions.filter(|(track, version)| keep(("track", &track.code, Some(version.effective_from))));
    jobs.chain(certifications)
        .chain(courses)
        .chain(metrics)
        .chain(skills.map(|entry| coded("skill", entry, [])))
        .chain(activities.map(|entry| coded("activity", entry, [])))
        .chain(versions.map(|(track, version)| self::version(track, version, catalogue)))
        .collect()
}

/// An entry of the catalogue; its title is left out where it is the code.
fn coded<const N: usize>(kind: &'static str, entry: &impl Entry, own: [Pair; N]) -> Written {
    let title = unless(entry.title() == entry.code(), "title", text(entry.title()));
    let pairs = [pair("code", text(entry.code())), title].into_iter().chain(own);
    Written { kind, code: entry.code().into(), text: lines(kind, pairs) }
}

fn version(track: &Track, version: &TrackVersion, catalogue: &Catalogue) -> Written {
    let pairs = [pair("code", text(&track.code))].into_iter().chain(version_pairs(version, catalogue));
    Written { kind: "track", code: track.code.clone(), text: lines("track", pairs) }
}

/// The keys of a version, in their order.
pub const VERSION_KEYS: &[&str] =
    &["from", "to", "kind", "where", "typical_months", "pay_increase_percent", "effective_from", "criteria"];

/// What a version of a track says, by key, as its file has it: two versions of ladders with different catalogues say
/// the same where these are the same.
pub fn version_keys(version: &TrackVersion, catalogue: &Catalogue) -> Vec<(&'static str, String)> {
    version_pairs(version, catalogue).into_iter().flatten().collect()
}

fn version_pairs(version: &TrackVersion, catalogue: &Catalogue) -> [Pair; 8] {
    let range = |(low, high): (String, String)| format!("[{low}, {high}]");
    let months = version.typical_months.map(|(low, high)| range((low.to_string(), high.to_string())));
    let percent = version.pay_increase_percent.map(|(low, high)| range((low.to_string(), high.to_string())));
    let criteria = version.criteria.iter().map(|part| format!("  {},\n", criterion(part, catalogue)));
    [
        pair("from", jobs(&version.from, catalogue)),
        pair("to", text(&catalogue.job(version.to).code)),
        pair("kind", text(version.kind.code())),
        unless(version.limits == Where::default(), "where", limits(&version.limits)),
        some("typical_months", months),
        some("pay_increase_percent", percent),
        pair("effective_from", version.effective_from),
        pair("criteria", format!("[\n{}]", criteria.collect::<String>())),
    ]
}

fn limits(limits: &Where) -> String {
    let texts = |texts: &Option<Vec<CompactString>>| texts.as_ref().map(|texts| list(texts, |item| text(item)));
    let modes = limits.work_mode.as_ref().map(|modes| list(modes, |mode| text(mode.code())));
    let (site, country, unit) = (texts(&limits.site), texts(&limits.country), texts(&limits.unit));
    table([some("site", site), some("country", country), some("unit", unit), some("work_mode", modes)])
}

/// A criterion on one line.
pub(crate) fn criterion(criterion: &Criterion, catalogue: &Catalogue) -> String {
    let id = some("id", criterion.id.as_deref().map(text));
    let why = some("why", criterion.why.as_deref().map(text));
    table([id, pair(criterion.rule.kind().code(), rule(&criterion.rule, catalogue)), why])
}

fn rule(rule: &Rule, catalogue: &Catalogue) -> String {
    let parts = |parts: &[Criterion]| list(parts, |part| criterion(part, catalogue));
    match rule {
        Rule::Tenure { months, clock } => {
            table([pair("months", months), unless(*clock == Clock::ServiceDate, "clock", text(clock.code()))])
        }
        Rule::TimeInJob { months, jobs } => {
            table([pair("months", months), some("jobs", jobs.as_ref().map(|jobs| self::jobs(jobs, catalogue)))])
        }
        Rule::Certification(rule) => certification(rule, catalogue),
        Rule::Language(rule) => language(rule),
        Rule::Training(rule) => training(rule, catalogue),
        Rule::Metric(rule) => metric(rule, catalogue),
        Rule::Rating { at_least, reviews } => {
            table([pair("at_least", at_least), unless(*reviews == 1, "reviews", reviews)])
        }
        Rule::Skill { skill, at_least, assessor } => {
            let assessor = unless(*assessor == Assessor::Manager, "assessor", text(assessor.code()));
            table([pair("skill", text(&catalogue.skill(*skill).code)), pair("at_least", at_least), assessor])
        }
        Rule::Activity { activity, count, within_months } => {
            let activity = pair("activity", text(&catalogue.activity(*activity).code));
            table([activity, pair("count", count), some("within_months", *within_months)])
        }
        Rule::ClearConduct { months } => table([pair("months", months)]),
        Rule::Employment { any_of } => table([pair("any_of", list(any_of, |kind| text(kind.code())))]),
        Rule::All(of) | Rule::Any(of) => parts(of),
        Rule::AtLeast { count, of } => table([pair("count", count), pair("of", parts(of))]),
    }
}

fn certification(rule: &CertificationRule, catalogue: &Catalogue) -> String {
    match rule {
        CertificationRule::AnyOf(ids) => {
            table([pair("any_of", list(ids, |id| text(&catalogue.certification(*id).code)))])
        }
        CertificationRule::Family { family, at_least } => {
            let at_least = pair("at_least", text(&catalogue.certification(*at_least).code));
            table([pair("family", text(family)), at_least])
        }
    }
}

fn language(rule: &LanguageRule) -> String {
    let tags = |tags: &[LanguageTag]| list(tags, |tag| text(tag.as_str()));
    table([
        pair("at_least", text(rule.at_least.code())),
        unless(rule.count == 1, "count", rule.count),
        some("of", rule.of.as_deref().map(tags)),
        unless(rule.except.is_empty(), "except", tags(&rule.except)),
    ])
}

fn training(rule: &TrainingRule, catalogue: &Catalogue) -> String {
    let courses = |ids: &[CourseId]| list(ids, |id| text(&catalogue.course(*id).code));
    table([
        unless(rule.all_of.is_empty(), "all_of", courses(&rule.all_of)),
        unless(rule.any_of.is_empty(), "any_of", courses(&rule.any_of)),
        some("within_months", rule.within_months),
        some("min_score", rule.min_score),
    ])
}

fn metric(rule: &MetricRule, catalogue: &Catalogue) -> String {
    let bound = match rule.bound {
        Bound::AtLeast(limit) => pair("at_least", limit),
        Bound::AtMost(limit) => pair("at_most", limit),
    };
    table([
        pair("metric", text(&catalogue.metric(rule.metric).code)),
        pair("months", rule.months),
        bound,
        unless(rule.aggregate == Aggregate::Average, "aggregate", text(rule.aggregate.code())),
        some("min_months", rule.min_months),
        some("min_sample", rule.min_sample),
    ])
}

fn jobs(ids: &[JobId], catalogue: &Catalogue) -> String {
    list(ids, |id| text(&catalogue.job(*id).code))
}

fn pair(key: &'static str, value: impl Display) -> Pair {
    Some((key, value.to_string()))
}

fn some(key: &'static str, value: Option<impl Display>) -> Pair {
    value.and_then(|value| pair(key, value))
}

fn unless(default: bool, key: &'static str, value: impl Display) -> Pair {
    if default { None } else { pair(key, value) }
}

/// `[[kind]]` and a line for each key.
fn lines(kind: &str, pairs: impl IntoIterator<Item = Pair>) -> String {
    let lines = pairs.into_iter().flatten().map(|(key, value)| format!("{key} = {value}\n"));
    format!("[[{kind}]]\n{}", lines.collect::<String>())
}

/// `{ key = value, key = value }`
fn table(pairs: impl IntoIterator<Item = Pair>) -> String {
    let pairs: Vec<_> = pairs.into_iter().flatten().map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// `[item, item]`
fn list<T>(items: &[T], item: impl Fn(&T) -> String) -> String {
    format!("[{}]", items.iter().map(item).collect::<Vec<_>>().join(", "))
}

/// A text in quotes, with what TOML wants escaped.
fn text(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            _ if letter.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(letter))),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
