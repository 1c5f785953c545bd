//! One assessment as JSON, exactly as section 9 of the rules writes it.

use serde::{Serialize, Serializer};

use crate::assessment::{Action, Assessment, Evidence, Finding, NextVersion, NotApplicableReason, Path, State, Status};
use crate::day::Day;
use crate::ladder::{Criterion, Entry, Kind, Ladder, TrackVersion};
use crate::progress::Progress;
use crate::timeline::Timeline;

/// Makes sentences from typed findings and actions, in some language.
pub trait Sentences: Sync {
    /// What a criterion asks and how the person stands, in a line.
    fn finding(&self, ladder: &Ladder, criterion: &Criterion, finding: &Finding, as_of: Day) -> String;
    /// What to do, in a line.
    fn action(&self, ladder: &Ladder, criterion: &Criterion, action: &Action) -> String;
}

/// One assessment as JSON.
#[derive(Serialize)]
pub struct AssessmentJson<'a> {
    employee: &'a str,
    track: &'a str,
    as_of: Day,
    criteria_effective_from: Day,
    next_version: Option<NextVersion>,
    status: Status,
    reason: Option<NotApplicableReason>,
    progress: &'a Progress,
    eligible_since: Option<Day>,
    earliest_on: Option<Day>,
    earliest_on_if_verified: Option<Day>,
    earliest_on_if_known: Option<Day>,
    lapses_on: Option<Day>,
    next_change_on: Option<Day>,
    stale_on: Option<Day>,
    binding: &'a [Path],
    timeline: &'a Timeline,
    findings: Vec<FindingJson<'a>>,
    plan: PlanJson<'a>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    path: &'a Path,
    id: Option<&'a str>,
    kind: Kind,
    state: State,
    met: bool,
    met_since: Option<Day>,
    earliest_on: Option<Day>,
    lapses_on: Option<Day>,
    progress: &'a Progress,
    timeline: &'a Timeline,
    summary: String,
    evidence: Vec<EvidenceJson<'a>>,
}

#[derive(Serialize)]
struct PlanJson<'a> {
    eligible_on: Option<Day>,
    actions: Vec<ActionJson<'a>>,
    blocked_by: &'a [Path],
}

#[derive(Serialize)]
struct ActionJson<'a> {
    path: &'a Path,
    kind: Kind,
    lead_days: u32,
    start_by: Day,
    summary: String,
}

impl<'a> AssessmentJson<'a> {
    /// `ladder` is the one that the assessment was made against.
    pub fn new(
        employee: &'a str,
        assessment: &'a Assessment,
        ladder: &'a Ladder,
        sentences: &dyn Sentences,
    ) -> AssessmentJson<'a> {
        let track = ladder.track(assessment.track);
        let version = track.versions.iter().find(|one| one.effective_from == assessment.criteria_effective_from);
        let criterion = |path: &Path| version.and_then(|version| version.criterion(path));
        let finding = |finding: &'a Finding| FindingJson {
            path: &finding.path,
            id: finding.id.as_deref(),
            kind: finding.kind,
            state: finding.state,
            met: finding.state.is_met(),
            met_since: finding.met_since,
            earliest_on: finding.earliest_on,
            lapses_on: finding.lapses_on,
            progress: &finding.progress,
            timeline: &finding.timeline,
            summary: criterion(&finding.path)
                .map_or_else(String::new, |one| sentences.finding(ladder, one, finding, assessment.as_of)),
            evidence: finding.evidence.iter().map(|evidence| EvidenceJson { evidence, ladder }).collect(),
        };
        let action = |action: &'a Action| ActionJson {
            path: &action.path,
            kind: action.kind,
            lead_days: action.lead_days,
            start_by: action.start_by,
            summary: criterion(&action.path).map_or_else(String::new, |one| sentences.action(ladder, one, action)),
        };
        let decision = &assessment.decision;
        AssessmentJson {
            employee,
            track: &track.code,
            as_of: assessment.as_of,
            criteria_effective_from: assessment.criteria_effective_from,
            next_version: decision.next_version,
            status: decision.status,
            reason: decision.reason,
            progress: &assessment.progress,
            eligible_since: decision.eligible_since,
            earliest_on: decision.earliest_on,
            earliest_on_if_verified: decision.earliest_on_if_verified,
            earliest_on_if_known: decision.earliest_on_if_known,
            lapses_on: decision.lapses_on,
            next_change_on: decision.next_change_on,
            stale_on: decision.stale_on,
            binding: &assessment.binding,
            timeline: &assessment.timeline,
            findings: assessment.findings.iter().map(finding).collect(),
            plan: PlanJson {
                eligible_on: assessment.plan.eligible_on,
                actions: assessment.plan.actions.iter().map(action).collect(),
                blocked_by: &assessment.plan.blocked_by,
            },
        }
    }
}

impl TrackVersion {
    /// The criterion at a path.
    pub fn criterion(&self, path: &Path) -> Option<&Criterion> {
        let (first, rest) = path.positions().split_first()?;
        let top = self.criteria.get(usize::from(*first))?;
        rest.iter().try_fold(top, |group, position| group.rule.parts().get(usize::from(*position)))
    }
}

/// A fact by the names of section 3, codes in place of ids; what is empty is left out.
struct EvidenceJson<'a> {
    evidence: &'a Evidence,
    ladder: &'a Ladder,
}

impl Serialize for EvidenceJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        macro_rules! fact {
            ($fact:literal, $($key:literal: $value:expr),+ $(; $($optional:literal: $maybe:expr),+)?) => {{
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("fact", $fact)?;
                $(map.serialize_entry($key, $value)?;)+
                $($(if let Some(value) = $maybe { map.serialize_entry($optional, value)?; })+)?
                map.end()
            }};
        }
        let catalogue = &self.ladder.catalogue;
        let status = |claimed: &bool| if *claimed { "claimed" } else { "verified" };
        match self.evidence {
            Evidence::ServiceDate { service_date } => fact!("service_date", "service_date": service_date),
            Evidence::Employment { hired_on, left_on, employment } => {
                fact!("employment", "hired_on": hired_on, "employment": employment; "left_on": left_on)
            }
            Evidence::Assignment { job, started_on, ended_on } => {
                fact!("assignment", "job": catalogue.job(*job).code(), "started_on": started_on; "ended_on": ended_on)
            }
            Evidence::Leave { started_on, ended_on } => fact!("leave", "started_on": started_on; "ended_on": ended_on),
            Evidence::Certification { certification, issued_on, expires_on, revoked_on, claimed } => {
                let status = if revoked_on.is_some() { "revoked" } else { status(claimed) };
                fact!("certification", "certification": catalogue.certification(*certification).code(),
                    "issued_on": issued_on, "status": status; "expires_on": expires_on, "revoked_on": revoked_on)
            }
            Evidence::Language { language, level, assessed_on, expires_on, claimed } => {
                fact!("language", "language": language.as_str(), "level": level, "assessed_on": assessed_on,
                    "status": status(claimed); "expires_on": expires_on)
            }
            Evidence::Completion { course, completed_on, score } => {
                fact!("training", "course": catalogue.course(*course).code(), "status": "completed",
                    "completed_on": completed_on; "score": score)
            }
            Evidence::Booking { course, planned_on } => {
                fact!("training", "course": catalogue.course(*course).code(), "status": "enrolled",
                    "planned_on": planned_on)
            }
            Evidence::Metric { metric, month, value, sample } => {
                fact!("metric", "metric": catalogue.metric(*metric).code(), "month": month, "value": value;
                    "sample": sample)
            }
            Evidence::Review { reviewed_on, rating } => {
                fact!("review", "reviewed_on": reviewed_on, "rating": rating)
            }
            Evidence::Skill { skill, level, assessed_on } => {
                fact!("skill", "skill": catalogue.skill(*skill).code(), "level": level, "assessed_on": assessed_on)
            }
            Evidence::Activity { activity, occurred_on, count } => {
                fact!("activity", "activity": catalogue.activity(*activity).code(), "occurred_on": occurred_on,
                    "count": count)
            }
            Evidence::Conduct { issued_on, closed_on } => {
                fact!("conduct", "issued_on": issued_on; "closed_on": closed_on)
            }
            Evidence::Waiver { from_on, until_on } => fact!("waiver", "from_on": from_on, "until_on": until_on),
        }
    }
}
