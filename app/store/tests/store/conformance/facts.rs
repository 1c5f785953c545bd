//! Changes and the facts that they record.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use model::{Body, Change, Employee, Fact, FactId, FactKind, Origin};
use policy::Act;
use store::NewFact;
use uuid::Uuid;

use super::{Suite, change, employee, importing, may, person};

impl Suite {
    /// Opens a change that says one thing of each of three people, and supersedes what is named.
    async fn prepare(&self, number: u128, body: &str, superseded: &[FactId]) {
        let id = change(number);
        let opened = Change {
            id,
            origin: Origin::Import,
            recorded_by: None,
            recorded_at: self.ctx.now,
            reason: Some("monday.csv".to_owned()),
            digest: None,
            counts: None,
        };
        let new = |of: u128| NewFact {
            id: FactId(Uuid::from_u128(number * 10 + of)),
            employee: person(of),
            fact: Fact {
                kind: FactKind::Skill,
                key: "listening".to_owned(),
                body: Body::from([("level".to_owned(), body.to_owned())]),
            },
        };
        let facts: Vec<NewFact> = (1..=3).map(new).collect();
        let prepared = self.database.store.prepare(&self.ctx, async |preparation| {
            preparation.changes().begin(&importing(number), &opened).await?;
            preparation.facts().insert(&importing(number), id, &facts).await?;
            preparation.facts().supersede(&importing(number), id, superseded).await
        });
        prepared.await.unwrap();
    }

    async fn levels(&self) -> Vec<String> {
        let people = [person(1), person(2), person(3)];
        let known = self.read(async |tx| tx.facts().current_of(&may(Act::Import), &people).await).await;
        known.into_iter().map(|(_, _, known)| known.fact.body["level"].clone()).collect()
    }

    pub(super) async fn import(&self) {
        self.prepare(1, "3", &[]).await;
        assert!(self.levels().await.is_empty(), "nothing counts before its change is applied");
        let people: Vec<Employee> = (1..=3).map(employee).collect();
        let managers = [(person(2), Some(person(1))), (person(3), Some(person(2)))];
        // So many moves that all lines are worked out again; nobody has these ids.
        let many: Vec<_> = (1..=10_001).map(|number| (person(1_000_000 + number), None)).collect();
        let applied = self.write(async |tx| {
            tx.employees().save(&importing(1), change(1), &people).await?;
            tx.employees().set_managers(&importing(1), change(1), &managers).await?;
            tx.employees().set_managers(&importing(1), change(1), &many).await?;
            tx.changes().apply(importing(1), change(1), self.ctx.now, "{}").await
        });
        assert!(applied.await);
        assert_eq!(self.levels().await, ["3", "3", "3"]);
    }

    pub(super) async fn changes(&self) {
        let latest = self.read(async |tx| tx.changes().latest_import().await).await.unwrap();
        assert_eq!((latest.id, latest.counts.as_deref()), (change(1), Some("{}")));
        self.prepare(2, "4", &[FactId(Uuid::from_u128(11))]).await;
        let apply = async |tx: &mut store::Tx| tx.changes().apply(importing(2), change(2), self.ctx.now, "{}").await;
        assert!(self.write(apply).await);
        assert_eq!(self.levels().await, ["4", "3", "4", "3", "4"], "one was superseded");
        let (since, own) = (self.ctx.now, change(1));
        let touched = self.read(async |tx| tx.facts().touched_since(&may(Act::Import), since, own).await).await;
        assert_eq!(touched.into_iter().collect::<BTreeSet<_>>().len(), 3);
        assert!(self.write(async |tx| tx.changes().undo(importing(2), change(2), self.ctx.now).await).await);
        assert_eq!(self.levels().await, ["3", "3", "3"], "as if it had never been");
        let nobody = FactId(Uuid::nil());
        let ever = self.read(async |tx| tx.facts().page(&may(Act::Import), nobody, 10).await).await;
        assert_eq!(ever.len(), 6, "everything that was ever recorded");
        self.prepare(3, "5", &[]).await;
        let later = self.ctx.now.checked_add(SignedDuration::from_secs(1)).unwrap();
        let dropped = self
            .database
            .store
            .prepare(&self.ctx, async |preparation| preparation.facts().drop_unapplied(&importing(3), later).await);
        assert_eq!(dropped.await.unwrap(), 3);
    }
}
