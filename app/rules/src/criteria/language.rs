//! `language`: so many different languages at a level.

use smallvec::SmallVec;

use super::{Claims, Lead, Leaf, Question};
use crate::assessment::{Evidence, Measure, Step};
use crate::day::Day;
use crate::facts::{Basis, LanguageTag, Level, Proficiency};
use crate::few;
use crate::known::Known;
use crate::ladder::LanguageRule;
use crate::progress::Progress;
use crate::timeline::{Span, Timeline};

/// From nothing to any level.
const NEW_LANGUAGE_DAYS: u32 = 540;
/// From one level to the next.
const LEVEL_DAYS: u32 = 180;
/// Where the level is there, and only a fresh assessment is due.
const ASSESSMENT_DAYS: u32 = 30;

pub(crate) struct Languages<'l> {
    pub(crate) rule: &'l LanguageRule,
}

/// A level of one language in force on the days of a span.
struct InForce<'k> {
    row: &'k Proficiency,
    span: Span,
}

impl Languages<'_> {
    fn counts(&self, language: &LanguageTag) -> bool {
        self.rule.of.as_ref().is_none_or(|of| of.contains(language)) && !self.rule.except.contains(language)
    }

    /// The known assessments of each language that counts, oldest first.
    fn by_language<'k>(&'k self, known: &'k Known<'_>) -> impl Iterator<Item = &'k [Proficiency]> {
        known
            .facts
            .proficiencies
            .chunk_by(|a, b| a.language == b.language)
            .filter(|rows| rows.first().is_some_and(|row| self.counts(&row.language)))
    }

    /// The levels of one language: each assessment is in force until the next, or until it expires.
    fn levels<'k>(&self, known: &Known<'_>, rows: &'k [Proficiency], claims: Claims) -> SmallVec<[InForce<'k>; 4]> {
        let mut levels: SmallVec<[InForce<'k>; 4]> = SmallVec::new();
        let counted = |row: &&Proficiency| {
            known.had_begun(row.assessed_on) && (claims == Claims::Counted || row.basis == Basis::Verified)
        };
        let mut rows = rows.iter().filter(counted).peekable();
        while let Some(row) = rows.next() {
            let next = rows.peek().map_or(Day::FOREVER, |later| later.assessed_on);
            let expiry = row.expires_on.map_or(Day::FOREVER, Day::next);
            levels.extend(Span::new(row.assessed_on, next.min(expiry)).map(|span| InForce { row, span }));
        }
        levels
    }

    /// The days on which one language is at the level.
    fn at_level(&self, known: &Known<'_>, rows: &[Proficiency], claims: Claims) -> Timeline {
        let levels = self.levels(known, rows, claims);
        levels.iter().filter(|level| level.row.level >= self.rule.at_least).map(|level| level.span).collect()
    }

    /// The languages at the level on `as_of`.
    fn reached<'k>(&'k self, known: &'k Known<'_>, claims: Claims) -> impl Iterator<Item = &'k LanguageTag> {
        self.by_language(known)
            .filter(move |rows| self.at_level(known, rows, claims).contains(known.as_of))
            .filter_map(|rows| rows.first().map(|row| &row.language))
    }

    /// What one language takes to the level, by what is in force on `as_of`.
    fn lead_days(&self, known: &Known<'_>, rows: &[Proficiency]) -> u32 {
        let now = self
            .levels(known, rows, Claims::Ignored)
            .iter()
            .find(|level| level.span.contains(known.as_of))
            .map(|level| level.row.level);
        match now {
            None => NEW_LANGUAGE_DAYS,
            Some(level) if level >= self.rule.at_least => ASSESSMENT_DAYS,
            Some(level) => (levels_between(level, self.rule.at_least) * LEVEL_DAYS).min(NEW_LANGUAGE_DAYS),
        }
    }
}

fn levels_between(from: Level, to: Level) -> u32 {
    to as u32 - from as u32
}

impl Leaf for Languages<'_> {
    fn timeline(&self, known: &Known<'_>, question: Question) -> Timeline {
        let mut at_level = self.by_language(known).map(|rows| self.at_level(known, rows, question.claims));
        if self.rule.count == 1 {
            let first = at_level.next().unwrap_or_default();
            return at_level.fold(first, |any, one| any.or(&one));
        }
        let all: SmallVec<[Timeline; 4]> = at_level.collect();
        let spans = all.iter().flat_map(|one| one.spans().iter().map(|span| (*span, 1)));
        Timeline::where_sum_reaches(self.rule.count.into(), spans)
    }

    fn has_claims(&self, known: &Known<'_>) -> bool {
        let claimed = |row: &Proficiency| row.basis == Basis::Claimed && known.had_begun(row.assessed_on);
        self.by_language(known).any(|rows| rows.iter().any(claimed))
    }

    fn progress(&self, known: &Known<'_>) -> Progress {
        Progress::of(self.reached(known, Claims::Ignored).count() as i128, self.rule.count.into())
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        let at_level: Vec<LanguageTag> = self.reached(known, Claims::Ignored).cloned().collect();
        let claimed = self.reached(known, Claims::Counted).filter(|tag| !at_level.contains(tag)).cloned().collect();
        Measure::Language { at_level, claimed }
    }

    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence> {
        self.by_language(known)
            .flat_map(|rows| rows.iter().filter(|row| known.had_begun(row.assessed_on)))
            .map(|row| Evidence::Language {
                language: row.language.clone(),
                level: row.level,
                assessed_on: row.assessed_on,
                expires_on: row.expires_on,
                claimed: row.basis == Basis::Claimed,
            })
            .collect()
    }

    /// For each language still needed, at the person's nearest ones; the longest of them.
    fn lead(&self, known: &Known<'_>) -> Option<Lead> {
        let ahead = known.days_ahead();
        let (mut lasting, mut near) = (0_usize, Vec::new());
        for rows in self.by_language(known) {
            if ahead.without(&self.at_level(known, rows, Claims::Ignored)).is_empty() {
                lasting += 1;
            } else if let Some(row) = rows.iter().find(|row| known.had_begun(row.assessed_on)) {
                near.push((self.lead_days(known, rows), &row.language));
            }
        }
        let needed = (self.rule.count as usize).saturating_sub(lasting);
        few::sort(&mut near, |a, b| a < b);
        near.truncate(needed);
        let further = needed - near.len();
        if further > 0 && self.rule.of.as_ref().is_some_and(|of| distinct(of, &self.rule.except) < lasting + needed) {
            return None;
        }
        let nearest =
            near.iter().filter(|(days, _)| *days < NEW_LANGUAGE_DAYS).map(|(_, tag)| (*tag).clone()).collect();
        let farthest = near.last().map_or(0, |(days, _)| *days);
        let days = if further > 0 { NEW_LANGUAGE_DAYS } else { farthest };
        Some(Lead { days, step: Step::Language { count: needed as u32, nearest } })
    }
}

/// How many different languages of a list are not excepted.
fn distinct(of: &[LanguageTag], except: &[LanguageTag]) -> usize {
    of.iter().enumerate().filter(|(at, tag)| !of[..*at].contains(tag) && !except.contains(tag)).count()
}
