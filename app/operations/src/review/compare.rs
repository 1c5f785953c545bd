//! Candidates side by side, on the same criteria, as they stand today and as they stood when it was frozen.

use std::sync::Arc;

use files::{FrozenFinding, Packet};
use model::NominationId;
use policy::Context;
use rules::{Assessment, Day, Ladder, Path, State};
use store::{Nominated, Store, Tx};

use super::reviewer;
use crate::ladder::in_force;
use crate::nominations::assessed::assess;
use crate::{Error, ReadLog};

/// So many candidates fit beside each other.
pub const MOST_COMPARED: usize = 8;

/// Candidates side by side.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What is asked of them.
    pub ladder: Arc<Ladder>,
    /// As they were chosen.
    pub candidates: Vec<Candidate>,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Which nomination.
    pub nominated: Nominated,
    /// Whether the viewer stands aside.
    pub is_recused: bool,
    /// How they stand today; nothing where the ladder has no such track any longer.
    pub assessment: Option<Assessment>,
    /// How they stood when it was frozen last.
    pub then: Option<Then>,
}

/// How somebody stood when it was frozen.
#[derive(Clone, Debug)]
pub struct Then {
    /// As of which day.
    pub as_of: Day,
    /// From when on the criteria were in force that were asked.
    pub criteria_effective_from: Day,
    findings: Vec<FrozenFinding>,
}

impl Then {
    /// How a criterion stood.
    pub fn state(&self, path: &Path) -> Option<State> {
        let path = path.to_string();
        self.findings.iter().find(|finding| finding.path == path).map(|finding| finding.state)
    }
}

impl Candidate {
    /// How a criterion stood when it was frozen, where it stands otherwise today.
    pub fn was(&self, path: &Path) -> Option<State> {
        let (now, then) = (self.assessment.as_ref()?, self.then.as_ref()?);
        if now.criteria_effective_from != then.criteria_effective_from {
            return None;
        }
        let state = now.findings.iter().find(|finding| finding.path == *path)?.state;
        then.state(path).filter(|then| *then != state)
    }
}

/// The nominations that were chosen to which the viewer is HR, as many as fit. What is not there, or not theirs, is left
/// out; where nothing is left, there is nothing.
pub async fn compare(
    store: &Store,
    ctx: &Context,
    read_log: &ReadLog,
    chosen: &[NominationId],
) -> Result<Compared, Error> {
    let viewer = reviewer(ctx)?;
    let compared = store
        .read(ctx, async |tx| {
            let mut candidates = Vec::new();
            for id in chosen.iter().take(MOST_COMPARED) {
                if let Some(nominated) = tx.review().find(viewer, *id).await? {
                    let is_recused = tx.review().is_recused(viewer, *id).await?;
                    candidates.push(candidate(tx, ctx, nominated, is_recused).await?);
                }
            }
            if candidates.is_empty() {
                return Err(Error::Hidden);
            }
            Ok(Compared { ladder: in_force(tx).await?.ladder, candidates })
        })
        .await?;
    for candidate in &compared.candidates {
        read_log.note(viewer, candidate.nominated.nomination.employee);
    }
    Ok(compared)
}

async fn candidate(tx: &mut Tx, ctx: &Context, nominated: Nominated, is_recused: bool) -> Result<Candidate, Error> {
    let one = &nominated.nomination;
    let assessment = match assess(tx, one.employee, &one.track, ctx.today).await {
        Ok(assessed) => Some(assessed.assessment),
        Err(Error::Hidden) => None,
        Err(error) => return Err(error),
    };
    let frozen = tx.evidence().of_nomination(&nominated).await?;
    let then = frozen.last().map(|last| Packet::findings_of(&last.document)).transpose()?;
    let then = then.map(|(as_of, criteria_effective_from, findings)| Then { as_of, criteria_effective_from, findings });
    Ok(Candidate { nominated, is_recused, assessment, then })
}
