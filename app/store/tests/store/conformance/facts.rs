//! Changes and the facts that they record.

use jiff::SignedDuration;
use model::{Body, Change, Employee, Fact, FactId, FactKind, Origin};
use policy::Act;
use store::{Conflict, NewFact};
use uuid::Uuid;

use super::{Suite, change, employee, importing, may, person};

impl Suite {
    /// Opens a change that says one thing of each of three people, and supersedes what is named.
    async fn prepare(&self, number: u128, body: &str, superseded: &[FactId]) {
        let people = 1..=3;
        self.prepare_as(Origin::Import, number, people.map(|of| (of, body)).collect(), superseded).await;
    }

    /// The same by whoever it is, and of whom.
    pub(super) async fn prepare_as(
        &self,
        origin: Origin,
        number: u128,
        said: Vec<(u128, &str)>,
        superseded: &[FactId],
    ) {
        let id = change(number);
        let opened = Change {
            id,
            origin,
            recorded_by: None,
            recorded_at: self.ctx.now,
            reason: Some("monday.csv".to_owned()),
            digest: None,
            counts: None,
        };
        let new = |(of, body): (u128, &str)| NewFact {
            id: FactId(Uuid::from_u128(number * 10 + of)),
            employee: person(of),
            fact: Fact {
                kind: FactKind::Skill,
                key: "listening".to_owned(),
                body: Body::from([("level".to_owned(), body.to_owned())]),
            },
        };
        let facts: Vec<NewFact> = said.into_iter().map(new).collect();
        let told = facts.first().map(|new| Conflict {
            employee: new.employee,
            kind: new.fact.kind,
            key: new.fact.key.clone(),
            body: new.fact.body.clone(),
        });
        let told: Vec<Conflict> = told.into_iter().collect();
        let prepared = self.database.store.prepare(&self.ctx, async |preparation| {
            preparation.changes().begin(&importing(number), &opened).await?;
            preparation.facts().insert(&importing(number), id, &facts).await?;
            preparation.conflicts().insert(&importing(number), id, &told).await?;
            assert!(preparation.changes().renew(&importing(number), id, self.ctx.now).await?);
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
            tx.employees().save(&importing(1), change(1), &people.iter().collect::<Vec<_>>()).await?;
            tx.employees().set_managers(&importing(1), change(1), &managers).await?;
            tx.employees().set_managers(&importing(1), change(1), &many).await?;
            tx.changes().apply(importing(1), change(1), self.ctx.now, Some("d1"), "{}").await
        });
        assert!(applied.await);
        assert_eq!(self.levels().await, ["3", "3", "3"]);
    }

    pub(super) async fn changes(&self) {
        let imports = self.read(async |tx| tx.changes().imports(&may(Act::Import), None, 10).await).await;
        let [first] = imports.as_slice() else { panic!("{imports:?}") };
        assert_eq!((first.id, first.digest.as_deref(), first.counts.as_deref()), (change(1), Some("d1"), Some("{}")));
        let found = self.read(async |tx| tx.changes().find(&may(Act::Import), change(1)).await).await;
        assert_eq!(found.as_ref(), Some(first));
        self.prepare(2, "4", &[FactId(Uuid::from_u128(11))]).await;
        let apply =
            async |tx: &mut store::Tx| tx.changes().apply(importing(2), change(2), self.ctx.now, None, "{}").await;
        assert!(self.write(apply).await);
        assert_eq!(self.levels().await, ["4", "3", "4", "3", "4"], "one was superseded");
        let touched =
            async |tx: &mut store::Tx| tx.facts().touched_by(&may(Act::Import), change(2), person(1), 10).await;
        assert_eq!(self.read(touched).await, [person(2), person(3)]);
        let superseded = async |tx: &mut store::Tx| tx.facts().superseded_later(&may(Act::Import), change(1)).await;
        assert_eq!(self.read(superseded).await, 1);
        let told = async |tx: &mut store::Tx| tx.conflicts().of_people(&may(Act::Import), &[person(1)]).await;
        let told = self.read(told).await;
        assert_eq!(told.iter().map(|(told_in, _)| *told_in).collect::<Vec<_>>(), [change(1), change(2)]);
        assert!(self.write(async |tx| tx.changes().undo(importing(2), change(2), self.ctx.now).await).await);
        assert_eq!(self.levels().await, ["3", "3", "3"], "as if it had never been");
        let nobody = FactId(Uuid::nil());
        let ever = self.read(async |tx| tx.facts().page(&may(Act::Import), nobody, 10).await).await;
        assert_eq!(ever.len(), 6, "everything that was ever recorded");
        let some = [FactId(Uuid::from_u128(11)), FactId(Uuid::from_u128(999))];
        let named = self.read(async |tx| tx.facts().named(&may(Act::Import), &some).await).await;
        assert_eq!(named.iter().map(|known| known.id).collect::<Vec<_>>(), some[..1], "superseded or not");
        self.overrule().await;
        self.prepare(3, "5", &[FactId(Uuid::from_u128(11))]).await;
        let later = self.ctx.now.checked_add(SignedDuration::from_secs(1)).unwrap();
        let drop = async |preparation: &mut store::Preparation<'_>| {
            assert_eq!(preparation.changes().abandoned(&may(Act::Import), self.ctx.now).await?, []);
            assert_eq!(preparation.changes().abandoned(&may(Act::Import), later).await?, [change(3)]);
            assert_eq!(preparation.facts().drop_some(&may(Act::Import), change(3), 2).await?, 3, "a note, two facts");
            assert_eq!(preparation.facts().drop_some(&may(Act::Import), change(3), 2).await?, 1);
            preparation.conflicts().drop(&may(Act::Import), change(3)).await?;
            preparation.changes().drop(&may(Act::Import), change(3)).await?;
            assert_eq!(preparation.changes().abandoned(&may(Act::Import), later).await?, []);
            Ok::<_, store::Error>(())
        };
        self.database.store.prepare(&self.ctx, drop).await.unwrap();
    }

    /// What a feed said, and was ended here, is what it said last.
    async fn overrule(&self) {
        self.prepare_as(Origin::Account, 4, Vec::new(), &[FactId(Uuid::from_u128(12))]).await;
        let apply =
            async |tx: &mut store::Tx| tx.changes().apply(importing(4), change(4), self.ctx.now, None, "{}").await;
        assert!(self.write(apply).await);
        let said = async |tx: &mut store::Tx| tx.facts().overruled_of(&may(Act::Import), &[person(1), person(2)]).await;
        let said = self.read(said).await;
        assert_eq!(
            said.iter().map(|(of, _, known)| (*of, known.recorded_in)).collect::<Vec<_>>(),
            [(person(2), change(1))]
        );
        assert!(self.write(async |tx| tx.changes().undo(importing(4), change(4), self.ctx.now).await).await);
    }

    /// People as imports need them: looked up, locked, and gone where nothing tells of them.
    pub(super) async fn people_of_imports(&self) {
        let found = self.read(async |tx| tx.employees().by_ids(&may(Act::Import), &[person(1), person(9)]).await).await;
        assert_eq!(found.len(), 1);
        let locked = async |tx: &mut store::Tx| {
            tx.company().lock().await?;
            tx.employees().lock(&may(Act::Import), &[person(1), person(9)]).await
        };
        assert_eq!(self.write(locked).await, [(person(1), found[0].revision)]);
        let resting = async |tx: &mut store::Tx| tx.employees().count_resting(&may(Act::Import), &[person(2)]).await;
        assert_eq!(self.read(resting).await, 1, "a report");
        let forget = async |tx: &mut store::Tx| {
            let change = change(5);
            let fourth = employee(4);
            tx.employees().save(&importing(5), change, &[&fourth]).await?;
            tx.employees().forget(&importing(5), change, &[person(4)]).await?;
            tx.employees().by_ids(&may(Act::Import), &[person(4)]).await
        };
        assert_eq!(self.write(forget).await, []);
    }
}
