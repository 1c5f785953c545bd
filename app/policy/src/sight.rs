//! What of a record in scope a reader sees: left out here, before a page, an export or an island has it in hand.

use model::{Access, EmployeeId, FactKind};
use rules::{Assessment, Day, Evidence, Facts, Finding, Kind, Path, Span, Timeline};

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

    /// The facts that may be shown.
    pub fn facts(self, mut facts: Facts) -> Facts {
        if !self.sees_conduct() {
            facts.conduct.clear();
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
