//! The eleven kinds of leaves of section 4.

use std::collections::BTreeSet;

use compact_str::CompactString;
use rules::{
    Aggregate, Assessor, Bound, CertificationRule, Clock, Decimal, EmploymentKind, Kind, LanguageRule, LanguageTag,
    Level, MetricRule, Rule, TrainingRule,
};

use super::track::Known;
use crate::tree::{Node, Reading, Table, quoted};

/// Reads a leaf; groups are read elsewhere.
pub(super) fn read(reading: &mut Reading, kind: Kind, node: &Node, known: &Known<'_>) -> Option<Rule> {
    match kind {
        Kind::Tenure => tenure(reading, node),
        Kind::TimeInJob => time_in_job(reading, node, known),
        Kind::Certification => certification(reading, node, known),
        Kind::Language => language(reading, node),
        Kind::Training => training(reading, node, known),
        Kind::Metric => metric(reading, node, known),
        Kind::Rating => rating(reading, node),
        Kind::Skill => skill(reading, node, known),
        Kind::Activity => activity(reading, node, known),
        Kind::ClearConduct => clear_conduct(reading, node),
        Kind::Employment => employment(reading, node),
        Kind::All | Kind::Any | Kind::AtLeast => None,
    }
}

/// A required whole number, at least 1.
fn needed(reading: &mut Reading, table: &Table<'_>, key: &str) -> Option<u32> {
    table.required(reading, key).and_then(|node| reading.whole(node, 1))
}

/// An optional whole number.
fn whole(reading: &mut Reading, table: &Table<'_>, key: &str, least: u32) -> Option<u32> {
    table.get(key).and_then(|node| reading.whole(node, least))
}

fn tenure(reading: &mut Reading, node: &Node) -> Option<Rule> {
    let table = reading.table(node, &["months", "clock"])?;
    let clock = table.get("clock").and_then(|node| reading.choice(node, Clock::ALL, Clock::code));
    let months = needed(reading, &table, "months")?;
    Some(Rule::Tenure { months, clock: clock.unwrap_or(Clock::ServiceDate) })
}

fn time_in_job(reading: &mut Reading, node: &Node, known: &Known<'_>) -> Option<Rule> {
    let table = reading.table(node, &["months", "jobs"])?;
    let job = |reading: &mut Reading, node: &Node| known.codes.jobs.find(reading, node);
    let jobs = table.get("jobs").map(|node| reading.list_of(node, job));
    let months = needed(reading, &table, "months")?;
    Some(Rule::TimeInJob { months, jobs })
}

fn certification(reading: &mut Reading, node: &Node, known: &Known<'_>) -> Option<Rule> {
    let table = reading.table(node, &["any_of", "family", "at_least"])?;
    let certifications = &known.codes.certifications;
    let find = |reading: &mut Reading, node: &Node| certifications.find(reading, node);
    let any_of = table.get("any_of").map(|node| reading.list_of(node, find));
    let family = table.get("family").map(|node| self::family(reading, node, known));
    let at_least = table.get("at_least").map(|node| (node, find(reading, node)));
    match (any_of, family, at_least) {
        (Some(any_of), None, None) => Some(Rule::Certification(CertificationRule::AnyOf(any_of))),
        (None, Some(family), Some((node, at_least))) => {
            let (family, at_least) = (family?, at_least?);
            let entry = known.catalogue.certification(at_least);
            if entry.family.as_ref() != Some(&family) {
                reading.at(node, format!("`{}` is not in the family `{family}`", entry.code));
            } else if entry.rank.is_none() {
                reading.at(node, format!("`{}` has no rank in its family", entry.code));
            }
            Some(Rule::Certification(CertificationRule::Family { family, at_least }))
        }
        _ => {
            reading.at(node, "a certification asks for either `any_of`, or `family` with `at_least`");
            None
        }
    }
}

fn family(reading: &mut Reading, node: &Node, known: &Known<'_>) -> Option<CompactString> {
    let family = reading.text(node)?;
    let families: BTreeSet<&str> =
        known.catalogue.certifications.iter().filter_map(|entry| entry.family.as_deref()).collect();
    if !families.contains(family) {
        reading.unknown(node, "certification of the family", family, families);
        return None;
    }
    Some(CompactString::from(family))
}

fn language(reading: &mut Reading, node: &Node) -> Option<Rule> {
    let table = reading.table(node, &["at_least", "count", "of", "except"])?;
    let at_least = table.required(reading, "at_least");
    let at_least = at_least.and_then(|node| reading.choice(node, Level::ALL, Level::code));
    let of = table.get("of").map(|node| reading.list_of(node, language_tag));
    let except = table.get("except").map(|node| reading.list_of(node, language_tag)).unwrap_or_default();
    let count = whole(reading, &table, "count", 1).unwrap_or(1);
    // Where a tag was refused, or none is listed, that is said already.
    let written = table.get("of").and_then(Node::as_list).map_or(0, <[Node]>::len);
    if let Some(of) = of.as_ref().filter(|of| of.len() == written && written > 0) {
        let candidates: BTreeSet<_> = of.iter().filter(|tag| !except.contains(tag)).collect();
        if count as usize > candidates.len() {
            let place = table.get("count").unwrap_or(node);
            reading.at(place, format!("{count} languages are asked, of {} that count", candidates.len()));
        }
    }
    Some(Rule::Language(LanguageRule { at_least: at_least?, count, of, except }))
}

fn language_tag(reading: &mut Reading, node: &Node) -> Option<LanguageTag> {
    let written = reading.text(node)?;
    let tag = LanguageTag::new(written);
    if tag.is_none() {
        reading.at(node, format!("a language is a BCP 47 tag, as in `en` or `pt-BR`, not {}", quoted(written)));
    }
    tag
}

fn training(reading: &mut Reading, node: &Node, known: &Known<'_>) -> Option<Rule> {
    let table = reading.table(node, &["all_of", "any_of", "within_months", "min_score"])?;
    let course = |reading: &mut Reading, node: &Node| known.codes.courses.find(reading, node);
    let all_of = table.get("all_of").map(|node| reading.list_of(node, course));
    let any_of = table.get("any_of").map(|node| reading.list_of(node, course));
    let within_months = whole(reading, &table, "within_months", 1);
    let min_score = table.get("min_score").and_then(|node| reading.decimal(node));
    if all_of.is_none() && any_of.is_none() {
        reading.at(node, "a training asks for `all_of`, `any_of` or both");
    }
    let (all_of, any_of) = (all_of.unwrap_or_default(), any_of.unwrap_or_default());
    Some(Rule::Training(TrainingRule { all_of, any_of, within_months, min_score }))
}

fn metric(reading: &mut Reading, node: &Node, known: &Known<'_>) -> Option<Rule> {
    let keys = &["metric", "months", "at_least", "at_most", "aggregate", "min_months", "min_sample"];
    let table = reading.table(node, keys)?;
    let metric = table.required(reading, "metric").and_then(|node| known.codes.metrics.find(reading, node));
    let months = needed(reading, &table, "months");
    let bound = bound(reading, &table);
    let aggregate = table.get("aggregate").and_then(|node| reading.choice(node, Aggregate::ALL, Aggregate::code));
    let min_months = whole(reading, &table, "min_months", 1);
    let min_sample = whole(reading, &table, "min_sample", 0);
    let (metric, months, (place, bound)) = (metric?, months?, bound?);
    let (Bound::AtLeast(limit) | Bound::AtMost(limit)) = bound;
    if known.catalogue.metric(metric).unit.as_deref() == Some("%") && limit > Decimal::from(100) {
        reading.at(place, format!("`{}` is a percentage: {limit} is over 100", known.catalogue.metric(metric).code));
    }
    if let (Some(min_months), Some(place)) = (min_months, table.get("min_months"))
        && min_months > months
    {
        reading.at(place, format!("{min_months} months with a value are asked, of {months}"));
    }
    let aggregate = aggregate.unwrap_or(Aggregate::Average);
    Some(Rule::Metric(MetricRule { metric, months, bound, aggregate, min_months, min_sample }))
}

/// Exactly one of `at_least` and `at_most`, and where it stands.
fn bound<'n>(reading: &mut Reading, table: &Table<'n>) -> Option<(&'n Node, Bound)> {
    match (table.get("at_least"), table.get("at_most")) {
        (Some(node), None) => Some((node, Bound::AtLeast(reading.decimal(node)?))),
        (None, Some(node)) => Some((node, Bound::AtMost(reading.decimal(node)?))),
        (None, None) => {
            reading.at(table.node, "the bound is missing: `at_least` or `at_most`");
            None
        }
        (Some(_), Some(node)) => {
            reading.at(node, "there are two bounds: either `at_least` or `at_most`");
            None
        }
    }
}

fn rating(reading: &mut Reading, node: &Node) -> Option<Rule> {
    let table = reading.table(node, &["at_least", "reviews"])?;
    let at_least = table.required(reading, "at_least").and_then(|node| reading.decimal(node));
    let reviews = whole(reading, &table, "reviews", 1).unwrap_or(1);
    Some(Rule::Rating { at_least: at_least?, reviews })
}

fn skill(reading: &mut Reading, node: &Node, known: &Known<'_>) -> Option<Rule> {
    let table = reading.table(node, &["skill", "at_least", "assessor"])?;
    let skill = table.required(reading, "skill").and_then(|node| known.codes.skills.find(reading, node));
    let at_least = table.required(reading, "at_least").and_then(|node| skill_level(reading, node));
    let assessor = table.get("assessor").and_then(|node| reading.choice(node, Assessor::ALL, Assessor::code));
    Some(Rule::Skill { skill: skill?, at_least: at_least?, assessor: assessor.unwrap_or(Assessor::Manager) })
}

fn skill_level(reading: &mut Reading, node: &Node) -> Option<u8> {
    let level = reading.whole(node, 0)?;
    match u8::try_from(level) {
        Ok(level @ 1..=5) => Some(level),
        _ => {
            reading.at(node, format!("a skill's level is 1 to 5, not {level}"));
            None
        }
    }
}

fn activity(reading: &mut Reading, node: &Node, known: &Known<'_>) -> Option<Rule> {
    let table = reading.table(node, &["activity", "count", "within_months"])?;
    let activity = table.required(reading, "activity").and_then(|node| known.codes.activities.find(reading, node));
    let count = needed(reading, &table, "count");
    let within_months = whole(reading, &table, "within_months", 1);
    Some(Rule::Activity { activity: activity?, count: count?, within_months })
}

fn clear_conduct(reading: &mut Reading, node: &Node) -> Option<Rule> {
    let table = reading.table(node, &["months"])?;
    Some(Rule::ClearConduct { months: needed(reading, &table, "months")? })
}

fn employment(reading: &mut Reading, node: &Node) -> Option<Rule> {
    let table = reading.table(node, &["any_of"])?;
    let kind = |reading: &mut Reading, node: &Node| reading.choice(node, EmploymentKind::ALL, EmploymentKind::code);
    let any_of = table.required(reading, "any_of").map(|node| reading.list_of(node, kind));
    Some(Rule::Employment { any_of: any_of? })
}
