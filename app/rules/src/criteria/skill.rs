//! `skill`: the latest judgement of a skill reaches a level.

use super::{Lack, Lead, Leaf, Question};
use crate::assessment::{Evidence, Measure, Step};
use crate::day::Day;
use crate::facts::{Assessor, SkillAssessment};
use crate::known::Known;
use crate::ladder::SkillId;
use crate::progress::Progress;
use crate::timeline::{Span, Timeline};

const NEXT_JUDGEMENT_DAYS: u32 = 30;

pub(crate) struct Skilled {
    pub(crate) skill: SkillId,
    pub(crate) at_least: u8,
    pub(crate) assessor: Assessor,
}

impl Skilled {
    /// The known judgements of the skill by that assessor, oldest first.
    fn judgements<'k>(&self, known: &Known<'k>) -> impl Iterator<Item = &'k SkillAssessment> + use<'k> {
        let (skill, assessor, as_of) = (self.skill, self.assessor, known.as_of);
        known
            .facts
            .skills
            .iter()
            .filter(move |row| row.skill == skill && row.assessor == assessor && row.assessed_on <= as_of)
    }
}

impl Leaf for Skilled {
    fn timeline(&self, known: &Known<'_>, _question: Question) -> Timeline {
        let mut timeline = Timeline::NEVER;
        let mut judgements = self.judgements(known).peekable();
        while let Some(row) = judgements.next() {
            let until = judgements.peek().map_or(Day::FOREVER, |next| next.assessed_on);
            timeline.extend(Span::new(row.assessed_on, until).filter(|_| row.level >= self.at_least));
        }
        timeline
    }

    fn lack(&self, known: &Known<'_>) -> Option<Lack> {
        self.judgements(known).next().is_none().then_some(Lack::NoEvidence)
    }

    fn progress(&self, known: &Known<'_>) -> Progress {
        let level = self.judgements(known).last().map_or(0, |row| row.level);
        Progress::of(level.into(), self.at_least.into())
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        Measure::Skill { level: self.judgements(known).last().map(|row| row.level) }
    }

    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence> {
        let evidence = |row: &SkillAssessment| Evidence::Skill {
            skill: row.skill,
            level: row.level,
            assessed_on: row.assessed_on,
        };
        self.judgements(known).last().map(evidence).into_iter().collect()
    }

    fn lead(&self, _known: &Known<'_>) -> Option<Lead> {
        Some(Lead { days: NEXT_JUDGEMENT_DAYS, step: Step::Skill })
    }
}
