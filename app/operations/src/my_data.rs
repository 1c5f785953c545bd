//! What is kept of whoever asks, for themselves: their rows, and where they stand on every track.

use std::collections::BTreeMap;
use std::sync::Arc;

use model::{Body, Employee, Subject};
use policy::{Act, Context, Sight, authorize_system};
use rules::{Assessment, Engine, Ladder};
use store::Store;

use crate::Error;
use crate::people::viewer;
use crate::record::known_person;

/// What is kept of whoever asks.
#[derive(Clone, Debug)]
pub struct MyData {
    /// The ladder whose codes it speaks of.
    pub ladder: Arc<Ladder>,
    /// Whose it is.
    pub employee: Employee,
    /// The rows as a bundle has them, by its files; without what no page shows.
    pub rows: BTreeMap<&'static str, Vec<Body>>,
    /// Where they stand on every track of the ladder.
    pub assessments: Vec<Assessment>,
}

/// The rows and the assessments of whoever is signed in; hidden where the account is no employee's.
pub async fn my_data(store: &Store, ctx: &Context) -> Result<MyData, Error> {
    let viewer = viewer(ctx)?;
    let own = viewer.employee.ok_or(Error::Hidden)?;
    let (known, facts) = store
        .read(ctx, async |tx| {
            let person = tx.employees().own(viewer).await?.ok_or(Error::Hidden)?;
            let known = known_person(tx, viewer, person).await?;
            let permit = authorize_system(Act::Assess, Subject::Employee(own));
            Ok::<_, Error>((known, tx.facts().current_of(&permit, &[own]).await?))
        })
        .await?;
    let mut rows: BTreeMap<&'static str, Vec<Body>> = BTreeMap::new();
    for (_, _, known) in facts.into_iter().filter(|(_, _, known)| Sight::Own.admits(known.fact.kind)) {
        rows.entry(known.fact.kind.code()).or_default().push(known.fact.body);
    }
    let engine = Engine::new(&known.ladder);
    let explain = |track| engine.explain(&known.facts, track, ctx.today);
    let assessments = known.ladder.track_ids().filter_map(explain).collect();
    Ok(MyData { employee: known.employee, rows, assessments, ladder: Arc::clone(&known.ladder) })
}
