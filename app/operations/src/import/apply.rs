//! An import becomes true, all at once: what can be written before was written before, so that others wait for little.

use model::{Employee, EmployeeId, Event, Stage};
use policy::Permit;
use store::Tx;

use super::outcome::Outcome;
use super::verdict::Verdict;
use super::{Feed, Gathered, now};
use crate::halt::Halt;
use crate::ladder::{in_force, publish_in};
use crate::{Error, Obstacle};

/// How many people are locked or looked up at a time.
pub(super) const PIECE: usize = 5000;

impl Feed<'_> {
    /// Makes it all true at once; `None` where somebody wrote to one of its people since they were compared.
    pub(super) async fn apply(&self, mut gathered: Gathered) -> Result<Option<Outcome>, Error> {
        // Whoever locks several people does it in this order.
        gathered.saved.sort_by_key(|(employee, _)| employee.id);
        let written = self.store.write(self.ctx, async |tx| self.apply_in(tx, &gathered).await).await;
        let writes = !gathered.outcome.changes_nothing();
        gathered.outcome.change = writes.then_some(self.change);
        Ok(Halt::or_done(written)?.map(|()| gathered.outcome))
    }

    async fn apply_in(&self, tx: &mut Tx, gathered: &Gathered) -> Result<(), Halt> {
        let permit = self.permit()?;
        // Imports become true one after another.
        tx.company().lock().await?;
        if in_force(tx).await?.id != self.in_force {
            return Err(Error::from(Obstacle::LadderBeforeImport).into());
        }
        if self.publishes {
            publish_in(tx, self.ctx, self.in_force, self.ladder).await?;
        }
        if gathered.outcome.changes_nothing() {
            return Ok(());
        }
        self.see_that_nobody_wrote(tx, &permit, gathered).await?;
        if let Some(ahead) = &gathered.ahead {
            ahead.see_that_it_holds(tx, &permit).await?;
            tx.employees().add(&permit, self.change, &ahead.people).await?;
        }
        let people: Vec<&Employee> = gathered.not_put_aside().map(|(employee, _)| employee).collect();
        tx.employees().save(&permit, self.change, &people).await?;
        self.set_managers(tx, &permit, gathered).await?;
        let counts = gathered.outcome.counts(&self.options.replace);
        let at = now(self.options, self.ctx);
        let digest = gathered.outcome.digest.clone();
        if !tx.changes().apply(permit, self.change, at, Some(&digest), &counts.to_string()).await? {
            return Err(Error::from(Obstacle::TakenForDead).into());
        }
        if let Some(run) = self.options.upload {
            let result = Verdict::Applied { change: Some(self.change.0) }.to_json()?;
            let permit = self.permit()?;
            if !tx.uploads().finish(&permit, run, Stage::Applied, &result, at).await? {
                return Err(Error::from(Obstacle::TakenForDead).into());
            }
        }
        let name = self.options.name.clone();
        tx.record(Event::ImportApplied { change: self.change, name, digest, counts });
        Ok(())
    }

    /// Locks its people; they must be as they were when they were compared, and who was new must be new still.
    async fn see_that_nobody_wrote(&self, tx: &mut Tx, permit: &Permit, gathered: &Gathered) -> Result<(), Halt> {
        for some in gathered.saved.chunks(PIECE) {
            let seen = |employee: &Employee| gathered.revisions.get(&employee.id).copied();
            let (known, new): (Vec<&Employee>, Vec<&Employee>) =
                some.iter().map(|(employee, _)| employee).partition(|employee| seen(employee).is_some());
            let ids: Vec<EmployeeId> = known.iter().map(|employee| employee.id).collect();
            let revisions = tx.employees().lock(permit, &ids).await?;
            let same = |(id, revision): &(EmployeeId, i64)| gathered.revisions.get(id) == Some(revision);
            let numbers: Vec<&str> = new.iter().map(|employee| employee.number.as_str()).collect();
            let is_as_it_was = revisions.len() == ids.len() && revisions.iter().all(same);
            if !is_as_it_was || !tx.employees().by_numbers(permit, &numbers).await?.is_empty() {
                return Err(Halt::Stopped);
            }
        }
        Ok(())
    }

    /// Sets managers by number, who are in the feed or known.
    async fn set_managers(&self, tx: &mut Tx, permit: &Permit, gathered: &Gathered) -> Result<(), Halt> {
        let mut elsewhere = std::collections::HashMap::new();
        for some in gathered.managers_elsewhere().chunks(PIECE) {
            let found = tx.employees().by_numbers(permit, some).await?;
            elsewhere.extend(found.into_iter().map(|one| (one.employee.number, one.employee.id)));
        }
        let id = |number: &String| gathered.ids.get(number).or_else(|| elsewhere.get(number)).copied();
        let managers: Vec<(EmployeeId, Option<EmployeeId>)> = gathered
            .not_put_aside()
            .map(|(employee, number)| (employee, number.as_ref().and_then(id)))
            .filter(|(employee, manager)| employee.manager != *manager)
            .map(|(employee, manager)| (employee.id, manager))
            .collect();
        if !managers.is_empty() {
            tx.employees().set_managers(permit, self.change, &managers).await?;
        }
        Ok(())
    }
}
