//! Correcting what is known of a person.

use files::{Problem, RowReader};
use model::{Body, Change, ChangeId, EmployeeId, Event, Fact, FactKind, KnownFact, Origin, Subject};
use policy::{About, Act, Context, Permit, authorize};
use store::{NewFact, Store, Tx};

use crate::assess::assess_person;
use crate::kept::{facts_of, person_of};
use crate::ladder::in_force;
use crate::people::viewer;
use crate::{Error, Obstacle};

/// What is right instead, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The number of the person.
    pub number: String,
    /// Which file of the bundle it is a row of.
    pub kind: FactKind,
    /// Its natural key beside the person.
    pub key: String,
    /// The row as it should have been, by column; its key stays.
    pub body: Body,
    /// Why, for whoever reads the trail.
    pub reason: String,
}

/// Corrects a fact: the row that is known is superseded, never changed, and the person is assessed anew.
pub async fn correct_fact(store: &Store, ctx: &Context, correction: &Correction) -> Result<ChangeId, Error> {
    store
        .write(ctx, async |tx| {
            let person = tx.employees().find(viewer(ctx)?, &correction.number).await?.ok_or(Error::Hidden)?.employee;
            let about = About { employee: person.id, site: person.site.as_deref(), above: None };
            let permit = authorize(&ctx.actor, Act::CorrectFact, Subject::Employee(person.id), Some(about))?;
            correction.check()?;
            tx.employees().bump(&permit, person.id).await?;
            let (wrong, right) = correction.against_what_is_known(tx, &permit, person.id).await?;
            let change = correction.record(tx, ctx, permit, person.id, (&wrong, right)).await?;
            assess_person(tx, ctx, person.id).await?;
            let Correction { kind, key, reason, .. } = correction.clone();
            tx.record(Event::FactCorrected { change, employee: person.id, kind: kind.code().to_owned(), key, reason });
            Ok(change)
        })
        .await
}

impl Correction {
    fn check(&self) -> Result<(), Error> {
        if self.reason.trim().is_empty() {
            return Err(Obstacle::NoReason.into());
        }
        match self.kind {
            FactKind::Employee | FactKind::Employment | FactKind::Assignment => {
                Err(Obstacle::ChangesByMove(self.kind).into())
            }
            FactKind::Pay
            | FactKind::Identity
            | FactKind::Leave
            | FactKind::Certification
            | FactKind::Language
            | FactKind::Training
            | FactKind::Metric
            | FactKind::Review
            | FactKind::Skill
            | FactKind::Activity
            | FactKind::Conduct
            | FactKind::Waiver => Ok(()),
        }
    }

    /// The fact that is wrong, and the one that is right as a bundle would have it: with both in hand the person reads.
    async fn against_what_is_known(
        &self,
        tx: &mut Tx,
        permit: &Permit,
        person: EmployeeId,
    ) -> Result<(KnownFact, Fact), Error> {
        let ladder = in_force(tx).await?.ladder;
        let known = tx.facts().current_of(permit, &[person]).await?;
        let (mut wrong, mut others) = (None, Vec::new());
        for (_, _, known) in known {
            if known.fact.kind == self.kind && known.fact.key == self.key {
                wrong = Some(known);
            } else {
                others.push(known.fact);
            }
        }
        let wrong = wrong.ok_or(Error::Hidden)?;
        others.push(Fact { kind: self.kind, key: self.key.clone(), body: self.body.clone() });
        let read = person_of(&RowReader::new(&ladder), &self.number, &others)?;
        let same_place = |fact: &Fact| fact.kind == self.kind && fact.key == self.key;
        let right = facts_of(&read, &ladder)?.into_iter().find(same_place).ok_or_else(|| {
            Problem::in_file(self.kind.code(), format!("the key of a row stays when it is corrected: {}", self.key))
        })?;
        if right.body == wrong.fact.body {
            return Err(Obstacle::KnownAlready.into());
        }
        Ok((wrong, right))
    }

    /// Supersedes the one by the other, at once.
    async fn record(
        &self,
        tx: &mut Tx,
        ctx: &Context,
        permit: Permit,
        person: EmployeeId,
        (wrong, right): (&KnownFact, Fact),
    ) -> Result<ChangeId, Error> {
        let change = Change {
            id: tx.new_id(),
            origin: Origin::Account,
            recorded_by: ctx.actor.account(),
            recorded_at: ctx.now,
            reason: Some(self.reason.clone()),
            digest: None,
            counts: None,
        };
        let new = NewFact { id: tx.new_id(), employee: person, fact: right };
        let mut preparation = tx.preparation();
        preparation.changes().begin(&permit, &change).await?;
        preparation.facts().insert(&permit, change.id, &[new]).await?;
        preparation.facts().supersede(&permit, change.id, &[wrong.id]).await?;
        tx.changes().apply(permit, change.id, ctx.now, None, "{}").await?;
        Ok(change.id)
    }
}
