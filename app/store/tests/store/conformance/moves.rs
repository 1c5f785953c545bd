//! Moves: planned once a person, made or not, and told.

use model::{Move, MoveId, MoveKind, MoveState, NominationAct, NominationId, Pay, Post, Subject};
use policy::{Act, Permit, authorize_system};
use store::Tx;
use uuid::Uuid;

use super::accounts::account;
use super::{Suite, change, day, may, person};

const ON: &str = "2026-12-01";

fn act(act: Act) -> Permit {
    authorize_system(act, Subject::Employee(person(3)))
}

impl Suite {
    fn planned(&self, number: u128) -> Move {
        Move {
            id: MoveId(Uuid::from_u128(number)),
            employee: person(3),
            nomination: None,
            kind: MoveKind::Promotion,
            from_job: "csr".to_owned(),
            job: "team-lead".to_owned(),
            from: Post::default(),
            to: Post { site: Some("Porto".to_owned()), unit: Some("Night".to_owned()), manager: Some(person(2)) },
            rise_percent: Some("12.5".parse().unwrap()),
            pay: None,
            reason: Some("it is time".to_owned()),
            effective_on: day(ON),
            state: MoveState::Planned,
            ended_because: None,
            planned_by: Some(account()),
            planned_at: self.ctx.now,
            change: None,
        }
    }

    pub(super) async fn moves(&self) {
        let (first, second) = (self.planned(71), self.planned(72));
        let with = Move { nomination: Some(NominationId(Uuid::from_u128(51))), ..self.planned(73) };
        let (other, until) = (&self.planned(74), day("2027-01-01"));
        let approving = authorize_system(
            Act::Nominate(NominationAct::Approve),
            Subject::Nomination(NominationId(Uuid::from_u128(51))),
        );
        self.write(async |tx: &mut Tx| {
            assert!(tx.moves().plan(&act(Act::RecordMove), &first).await?);
            assert!(!tx.moves().plan(&act(Act::RecordMove), other).await?, "one at a time");
            assert_eq!(tx.moves().planned(&may(Act::Move), person(3)).await?.as_ref(), Some(&first));
            assert_eq!(tx.moves().due(&may(Act::Move), day(ON), 10).await?, std::slice::from_ref(&first));
            assert_eq!(tx.moves().due(&may(Act::Move), day(ON).previous(), 10).await?, []);
            assert!(tx.moves().end(&act(Act::RecordMove), &first, MoveState::CalledOff, Some("no")).await?);
            assert!(!tx.moves().end(&act(Act::RecordMove), &first, MoveState::CalledOff, Some("no")).await?);
            assert!(tx.moves().plan(&act(Act::RecordMove), &second).await?, "there is room again");
            Ok(())
        })
        .await;
        let pay = Some(Pay { annual: "450000.5".parse().unwrap(), currency: Some("EUR".to_owned()) });
        let from = Post { site: Some("Lisbon".to_owned()), unit: Some("Day".to_owned()), manager: Some(person(1)) };
        let made = Move { from, pay, state: MoveState::Made, change: Some(change(1)), ..second };
        self.write(async |tx: &mut Tx| {
            assert!(tx.moves().make(&act(Act::Move), &made).await?);
            assert!(!tx.moves().make(&act(Act::Move), &made).await?, "once");
            assert!(tx.moves().plan(&approving, &with).await?);
            assert_eq!(tx.moves().due(&may(Act::Move), day(ON), 10).await?, [], "it is the nomination's");
            Ok(())
        })
        .await;
        self.read(async |tx| {
            let told = tx.moves().find(&may(Act::Move), made.id).await?.unwrap();
            assert_eq!(told.told, made);
            assert_eq!((told.number.as_str(), told.full_name.as_str()), ("103", "Person 3"));
            let named = |number: u128| Some((format!("10{number}"), format!("Person {number}")));
            assert_eq!((&told.manager, &told.from_manager), (&named(2), &named(1)));
            let moved = tx.employees().find_by_id(&may(Act::Move), person(3)).await?.unwrap();
            let all = tx.moves().of_person(&moved, 10).await?;
            assert_eq!(all.iter().map(|one| one.told.id).collect::<Vec<_>>(), [with.id, made.id, first.id]);
            let import = may(Act::Import);
            let from = (day(ON).previous(), MoveId(Uuid::max()));
            assert_eq!(tx.moves().list(&import, (from, until), None, 10).await?.len(), 3);
            let made_ones = tx.moves().list(&import, (from, until), Some(MoveState::Made), 10).await?;
            assert_eq!(made_ones, [told]);
            assert_eq!(tx.moves().list(&import, ((day(ON), made.id), until), None, 10).await?.len(), 1);
            Ok(())
        })
        .await;
    }
}
