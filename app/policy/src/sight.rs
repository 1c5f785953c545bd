//! What of a record in scope a reader sees: left out here, before a page, an export or an island has it in hand.

use model::{Access, EmployeeId, FactKind, Reason};
use rules::{
    Assessment, ConductAction, Criterion, Day, Evidence, Facts, Finding, Kind, Ladder, Path, Rule, Span, Timeline,
};

use crate::viewer::Viewer;

/// As whom somebody looks at a record that is in their scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// It is their own.
    Own,
    /// As HR for that person.
    Hr,
    /// As a manager at any distance, or for one.
    Line,
}

impl Viewer {
    /// As whom they look at the record of a person of that site, which is in their scope.
    pub fn sight_of(&self, person: EmployeeId, site: Option<&str>) -> Sight {
        if self.employee == Some(person) {
            Sight::Own
        } else if self.sees_everyone() || self.is_partner_of(site) {
            Sight::Hr
        } else {
            Sight::Line
        }
    }
}

impl Viewer {
    /// As whom they look at a candidate in whose nomination they have a part: an auditor sees what decided as HR did.
    pub fn sight_of_candidate(&self, candidate: EmployeeId, site: Option<&str>) -> Sight {
        match self.sight_of(candidate, site) {
            Sight::Line if self.has(Access::Auditor) => Sight::Hr,
            sight => sight,
        }
    }
}

/// Whether an auditor is shown what a fact of a kind said before a change and says after it: of pay, gender, birth year
/// and conduct they are told that it was changed, by whom and why.
pub fn auditor_sees(kind: FactKind) -> bool {
    !matches!(kind, FactKind::Pay | FactKind::Identity | FactKind::Conduct)
}

impl Sight {
    /// Whether a fact of a kind may be picked for a case, which everybody involved reads: what the person achieved.
    pub fn picks(self, kind: FactKind) -> bool {
        self.admits(kind)
            && matches!(
                kind,
                FactKind::Assignment
                    | FactKind::Certification
                    | FactKind::Language
                    | FactKind::Training
                    | FactKind::Metric
                    | FactKind::Review
                    | FactKind::Skill
                    | FactKind::Activity
            )
    }

    /// Whether facts of a kind may be in hand where a person is shown. Pay, gender and birth year are on no page; of
    /// conduct the rules need to know, and no more of it gets out than [`assessment`](Sight::assessment) lets.
    pub fn admits(self, kind: FactKind) -> bool {
        !matches!(kind, FactKind::Pay | FactKind::Identity)
    }

    /// What may be told of conduct actions themselves: the line is told whether the criterion holds, and when it ends.
    fn sees_conduct(self) -> bool {
        match self {
            Sight::Own | Sight::Hr => true,
            Sight::Line => false,
        }
    }

    /// Why something was decided, as it may be told: a candidate reads no word about others.
    pub fn reasons(self, reasons: &[Reason]) -> Vec<Reason> {
        let mut told: Vec<Reason> = Vec::new();
        for reason in reasons {
            let reason = match (self, reason) {
                (Sight::Own, Reason::AnotherCandidate) => Reason::NoOpening,
                _ => *reason,
            };
            if !told.contains(&reason) {
                told.push(reason);
            }
        }
        told
    }

    /// The facts that may be shown.
    pub fn facts(self, mut facts: Facts) -> Facts {
        if !self.sees_conduct() {
            facts.conduct.clear();
        }
        facts
    }

    /// The facts that the engine may be asked with where the reader has them in hand, as in a browser: of today and all
    /// days ahead it says the same. Of all conduct there is one action, begun today, which ends when the last one does;
    /// none where no criterion of this ladder is kept from holding.
    pub fn facts_ahead(self, mut facts: Facts, ladder: &Ladder, as_of: Day) -> Facts {
        if !self.sees_conduct() {
            let known = facts.conduct.iter().filter(|row| row.issued_on <= as_of);
            let ends = known.map(|row| row.closed_on.filter(|day| *day <= as_of));
            let last = ends.max_by_key(|end| end.unwrap_or(Day::FOREVER));
            let blocks =
                |end: Option<Day>| end.is_none_or(|day| day.next().plus_months(longest_memory(ladder)) > as_of);
            let action = |closed_on| ConductAction { issued_on: as_of, closed_on };
            facts.conduct = last.filter(|end| blocks(*end)).map(action).into_iter().collect();
        }
        facts
    }

    /// The criteria of an assessment whose days gone by may not be shown: those of conduct and the groups around them.
    /// How often and when they did not hold would tell how many actions there were, and from when.
    pub fn withheld(self, assessment: &Assessment) -> Vec<Path> {
        if self.sees_conduct() {
            return Vec::new();
        }
        let conduct = |finding: &&Finding| finding.kind == Kind::ClearConduct;
        let conduct: Vec<&Path> = assessment.findings.iter().filter(conduct).map(|finding| &finding.path).collect();
        let around = |path: &Path| conduct.iter().any(|within| within.positions().starts_with(path.positions()));
        assessment.findings.iter().map(|finding| &finding.path).filter(|path| around(path)).cloned().collect()
    }

    /// An assessment as it may be shown: of conduct whether the criterion holds, and when that ends. Of the track the
    /// span of today and what is ahead.
    pub fn assessment(self, assessment: Assessment) -> Assessment {
        let since = assessment.decision.eligible_since;
        self.told_since(assessment, since)
    }

    /// Another assessment of the same day that is shown beside it, of other facts: the same days of it.
    pub fn assessment_beside(self, other: Assessment, shown: &Assessment) -> Assessment {
        self.told_since(other, shown.decision.eligible_since)
    }

    fn told_since(self, mut assessment: Assessment, since: Option<Day>) -> Assessment {
        let withheld = self.withheld(&assessment);
        if withheld.is_empty() {
            return assessment;
        }
        let from = |day| Timeline::from_iter(Span::since(day));
        let ahead = from(assessment.as_of);
        for finding in assessment.findings.iter_mut().filter(|finding| withheld.contains(&finding.path)) {
            finding.evidence.retain(|fact| !matches!(fact, Evidence::Conduct { .. }));
            finding.timeline = finding.timeline.and(&ahead);
            finding.met_since = None;
        }
        assessment.timeline = assessment.timeline.and(&from(since.unwrap_or(assessment.as_of)));
        assessment
    }
}

/// For how many months a ladder asks at most that conduct is clear; 0 where it does not.
fn longest_memory(ladder: &Ladder) -> u32 {
    fn asked(criterion: &Criterion) -> u32 {
        match &criterion.rule {
            Rule::ClearConduct { months } => *months,
            rule => rule.parts().iter().map(asked).max().unwrap_or(0),
        }
    }
    let versions = ladder.tracks.iter().flat_map(|track| &track.versions);
    versions.flat_map(|version| &version.criteria).map(asked).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use rules::{Engine, JobId, State};

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// A track that asks for clear conduct alone.
    fn ladder() -> Ladder {
        let criterion = |months| Criterion { id: None, why: None, rule: Rule::ClearConduct { months } };
        let version = rules::TrackVersion {
            effective_from: Day::FIRST,
            from: vec![JobId(0)],
            to: JobId(0),
            kind: rules::TrackKind::Promotion,
            limits: rules::Where::default(),
            typical_months: None,
            pay_increase_percent: None,
            criteria: vec![criterion(6), criterion(12)],
        };
        let tracks = vec![rules::Track { code: "up".into(), versions: vec![version] }];
        Ladder { catalogue: rules::Catalogue::default(), tracks }
    }

    fn somebody(conduct: &[(&str, Option<&str>)]) -> Facts {
        let hired_on = day("2020-01-01");
        let action = |(issued_on, closed_on): &(&str, Option<&str>)| ConductAction {
            issued_on: day(issued_on),
            closed_on: closed_on.map(day),
        };
        Facts {
            employments: vec![rules::Employment { hired_on, left_on: None, kind: rules::EmploymentKind::FullTime }],
            assignments: vec![rules::Assignment { job: JobId(0), started_on: hired_on, ended_on: None }],
            conduct: conduct.iter().map(action).collect(),
            ..Facts::default()
        }
    }

    #[test]
    fn what_the_line_has_in_hand_says_the_same_of_all_days_ahead_and_nothing_of_how_many_or_since_when() {
        let (ladder, as_of) = (ladder(), day("2026-11-22"));
        let engine = Engine::new(&ladder);
        let cases: [&[(&str, Option<&str>)]; 7] = [
            &[],
            &[("2024-01-01", Some("2024-02-01"))],
            &[("2026-03-01", Some("2026-03-31")), ("2026-01-01", Some("2026-04-30"))],
            &[("2025-03-01", Some("2025-12-31")), ("2026-11-22", Some("2026-11-22"))],
            &[("2026-03-01", None), ("2026-04-01", Some("2026-05-01"))],
            &[("2026-03-01", Some("2026-12-24"))],
            &[("2026-12-01", None)],
        ];
        let mut states = Vec::new();
        for conduct in cases {
            let facts = somebody(conduct);
            let ahead = Sight::Line.facts_ahead(facts.clone(), &ladder, as_of);
            assert!(ahead.conduct.len() <= 1 && ahead.conduct.iter().all(|row| row.issued_on == as_of), "{conduct:?}");
            let told = |facts: &Facts| {
                let mut told = Sight::Line.assessment(engine.explain(facts, rules::TrackId(0), as_of).unwrap());
                told.timeline = told.timeline.and(&Span::since(as_of).into_iter().collect());
                told.decision.eligible_since = None;
                told.decision.stale_on = None;
                told
            };
            assert_eq!(told(&ahead), told(&facts), "{conduct:?}");
            states.extend(told(&facts).findings.into_iter().map(|finding| finding.state));
            assert_eq!(Sight::Own.facts_ahead(facts.clone(), &ladder, as_of), facts);
        }
        assert!([State::Met, State::NotYet, State::Unmet].iter().all(|state| states.contains(state)), "{states:?}");
        let long_ago = somebody(&[("2024-01-01", Some("2024-02-01"))]);
        assert_eq!(Sight::Line.facts_ahead(long_ago, &ladder, as_of).conduct, []);
    }
}
