//! One shape for what the judge and the engine say, and the list of what they disagree on.

use compact_str::CompactString;
use num_rational::BigRational;
use rules::{Assessment, Day, Decision, Kind, Path, Plan, Progress, State, Step, Timeline};

/// Runs of days: the first, and the first day after where there is one.
pub(crate) type Runs = Vec<(Day, Option<Day>)>;

/// An assessment, as far as sections 5 and 6 say what it must be.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) criteria_effective_from: Day,
    pub(crate) decision: Decision,
    pub(crate) progress: Share,
    pub(crate) binding: Vec<Path>,
    pub(crate) timeline: Runs,
    pub(crate) findings: Vec<Judgement>,
    pub(crate) plan: Plan,
}

/// A finding, likewise.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    pub(crate) path: Path,
    pub(crate) id: Option<CompactString>,
    pub(crate) kind: Kind,
    pub(crate) state: State,
    pub(crate) met_since: Option<Day>,
    pub(crate) earliest_on: Option<Day>,
    pub(crate) lapses_on: Option<Day>,
    pub(crate) progress: Share,
    pub(crate) timeline: Runs,
}

/// How much is done: the judge's own fraction, or the engine's.
#[derive(Clone, Debug)]
pub(crate) enum Share {
    Exact(BigRational),
    Engine(Progress),
}

impl Share {
    /// In ten-thousandths, rounded half up.
    pub(crate) fn ten_thousandths(&self) -> u32 {
        match self {
            Share::Engine(progress) => progress.ten_thousandths(),
            Share::Exact(exact) => {
                let doubled = exact * BigRational::from_integer(20_000.into()) + BigRational::from_integer(1.into());
                let halved = (doubled / BigRational::from_integer(2.into())).floor();
                u32::try_from(halved.to_integer()).expect("a share is 0 to 1")
            }
        }
    }

    /// The same fraction: exactly, where its terms fit; else to fifteen places.
    fn agrees_with(&self, other: &Share) -> bool {
        match (self, other) {
            (Share::Exact(exact), Share::Exact(other)) => exact == other,
            (Share::Engine(engine), Share::Engine(other)) => engine == other,
            (Share::Exact(exact), Share::Engine(engine)) | (Share::Engine(engine), Share::Exact(exact)) => {
                let terms = (i128::try_from(exact.numer().clone()), i128::try_from(exact.denom().clone()));
                let same = match terms {
                    (Ok(part), Ok(whole)) => *engine == Progress::of(part, whole),
                    _ => is_near(exact, engine),
                };
                same && self.ten_thousandths() == other.ten_thousandths()
            }
        }
    }
}

fn is_near(exact: &BigRational, engine: &Progress) -> bool {
    let places = 1_000_000_000_000_000_i128;
    let scaled = (exact * BigRational::from_integer(places.into())).floor().to_integer();
    let below = i128::try_from(scaled).expect("a share is 0 to 1");
    Progress::of(below, places) <= *engine && *engine <= Progress::of(below + 1, places)
}

impl From<&Assessment> for Answer {
    fn from(engine: &Assessment) -> Answer {
        let findings = engine.findings.iter().map(|finding| Judgement {
            path: finding.path.clone(),
            id: finding.id.clone(),
            kind: finding.kind,
            state: finding.state,
            met_since: finding.met_since,
            earliest_on: finding.earliest_on,
            lapses_on: finding.lapses_on,
            progress: Share::Engine(finding.progress.clone()),
            timeline: runs(&finding.timeline),
        });
        Answer {
            criteria_effective_from: engine.criteria_effective_from,
            decision: engine.decision.clone(),
            progress: Share::Engine(engine.progress.clone()),
            binding: engine.binding.clone(),
            timeline: runs(&engine.timeline),
            findings: findings.collect(),
            plan: engine.plan.clone(),
        }
    }
}

fn runs(timeline: &Timeline) -> Runs {
    let end = |until: Day| (until != Day::FOREVER).then_some(until);
    timeline.spans().iter().map(|span| (span.from, end(span.until))).collect()
}

/// What two answers disagree on, a line each; empty where they agree.
pub(crate) fn differences(judge: Option<&Answer>, engine: Option<&Answer>) -> Vec<String> {
    let mut found = Differences::default();
    match (judge, engine) {
        (None, None) => {}
        (Some(judge), Some(engine)) => found.answers(judge, engine),
        (judge, engine) => found.compare("assessment", judge.is_some(), engine.is_some()),
    }
    found.0
}

#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn compare<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, judge: T, engine: T) {
        if judge != engine {
            self.0.push(format!("{what}: expected {judge:?}, got {engine:?}"));
        }
    }

    fn shares(&mut self, what: &str, judge: &Share, engine: &Share) {
        if !judge.agrees_with(engine) {
            self.0.push(format!("{what}: expected {judge:?}, got {engine:?}"));
        }
    }

    fn answers(&mut self, judge: &Answer, engine: &Answer) {
        let (a, b) = (&judge.decision, &engine.decision);
        self.compare("criteria_effective_from", judge.criteria_effective_from, engine.criteria_effective_from);
        self.compare("status", a.status, b.status);
        self.compare("reason", a.reason, b.reason);
        self.compare("eligible_since", a.eligible_since, b.eligible_since);
        self.compare("earliest_on", a.earliest_on, b.earliest_on);
        self.compare("earliest_on_if_verified", a.earliest_on_if_verified, b.earliest_on_if_verified);
        self.compare("earliest_on_if_known", a.earliest_on_if_known, b.earliest_on_if_known);
        self.compare("lapses_on", a.lapses_on, b.lapses_on);
        self.compare("next_change_on", a.next_change_on, b.next_change_on);
        self.compare("stale_on", a.stale_on, b.stale_on);
        self.compare("next_version", a.next_version, b.next_version);
        self.compare("binding", &judge.binding, &engine.binding);
        self.compare("timeline", &judge.timeline, &engine.timeline);
        self.shares("progress", &judge.progress, &engine.progress);
        self.plans(&judge.plan, &engine.plan);
        self.compare("number of findings", judge.findings.len(), engine.findings.len());
        judge.findings.iter().zip(&engine.findings).for_each(|(judge, engine)| self.findings(judge, engine));
    }

    fn findings(&mut self, judge: &Judgement, engine: &Judgement) {
        let what = |field: &str| format!("finding {} {field}", judge.path);
        self.compare(&what("path"), &judge.path, &engine.path);
        self.compare(&what("id"), &judge.id, &engine.id);
        self.compare(&what("kind"), judge.kind, engine.kind);
        self.compare(&what("state"), judge.state, engine.state);
        self.compare(&what("met_since"), judge.met_since, engine.met_since);
        self.compare(&what("earliest_on"), judge.earliest_on, engine.earliest_on);
        self.compare(&what("lapses_on"), judge.lapses_on, engine.lapses_on);
        self.compare(&what("timeline"), &judge.timeline, &engine.timeline);
        self.shares(&what("progress"), &judge.progress, &engine.progress);
    }

    fn plans(&mut self, judge: &Plan, engine: &Plan) {
        self.compare("plan eligible_on", judge.eligible_on, engine.eligible_on);
        self.compare("plan blocked_by", &judge.blocked_by, &engine.blocked_by);
        let actions = |plan: &Plan| -> Vec<_> {
            let of = |action: &rules::Action| {
                (action.path.clone(), action.kind, action.lead_days, action.start_by, plain(&action.step))
            };
            plan.actions.iter().map(of).collect()
        };
        self.compare("plan actions", actions(judge), actions(engine));
    }
}

/// A step without the languages that it proposes: which ones are nearest is left to the engine where they tie.
fn plain(step: &Step) -> Step {
    match step {
        Step::Language { count, .. } => Step::Language { count: *count, nearest: Vec::new() },
        other => other.clone(),
    }
}
