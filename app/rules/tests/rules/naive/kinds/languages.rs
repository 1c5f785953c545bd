//! `language`.

use std::collections::BTreeSet;

use rules::{Basis, Day, LanguageRule, LanguageTag, Level, Proficiency};

use super::Claims;
use crate::naive::Fault;
use crate::naive::person::Person;

/// How many different languages that the rule counts are at the level on the day.
pub(crate) fn at_level(person: &Person<'_>, rule: &LanguageRule, claims: Claims, day: Day) -> usize {
    let reaches = |language: &&LanguageTag| level_on(person, language, claims, day) >= Some(rule.at_least);
    languages_of(person, rule).iter().filter(reaches).count()
}

/// Whether the rule counts the language.
pub(crate) fn counts(rule: &LanguageRule, language: &LanguageTag) -> bool {
    rule.of.as_ref().is_none_or(|of| of.contains(language)) && !rule.except.contains(language)
}

/// The languages of the person that the rule counts.
pub(crate) fn languages_of(person: &Person<'_>, rule: &LanguageRule) -> BTreeSet<LanguageTag> {
    let own = person.facts.proficiencies.iter().map(|row| row.language.clone());
    own.filter(|language| counts(rule, language)).collect()
}

/// The level of the latest verified assessment on or before the day, unless that one has expired.
pub(crate) fn level_on(person: &Person<'_>, language: &LanguageTag, claims: Claims, day: Day) -> Option<Level> {
    let counted = |row: &&Proficiency| {
        let verified = row.basis == Basis::Verified || claims == Claims::Counted || person.makes(Fault::ClaimsCount);
        row.language == *language && row.assessed_on <= day && verified
    };
    let rows = person.facts.proficiencies.iter().filter(counted);
    let decisive = if person.makes(Fault::BestLevelWins) {
        rows.max_by_key(|row| row.level)
    } else {
        rows.max_by_key(|row| row.assessed_on)
    };
    decisive.filter(|row| row.expires_on.is_none_or(|last| day < person.after(last))).map(|row| row.level)
}
