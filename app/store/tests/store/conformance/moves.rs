//! Moves: planned once a person, made or not, and told.

use model::{
    Access, Grant, GrantId, Move, MoveId, MoveKind, MoveState, NominationAct, NominationId, Pay, Post, Subject,
};
use policy::{Act, Permit, Viewer, authorize_system};
use store::{MoveTold, SoughtMoves, Tx};
use uuid::Uuid;

use super::accounts::account;
use super::{Suite, change, day, may, person, viewer};

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
        let other = &self.planned(74);
        let approving = authorize_system(
            Act::Nominate(NominationAct::Approve),
            Subject::Nomination(NominationId(Uuid::from_u128(51))),
        );
        self.write(async |tx: &mut Tx| {
            assert!(tx.moves().plan(&act(Act::RecordMove), &first).await?);
            assert!(!tx.moves().plan(&act(Act::RecordMove), other).await?, "one at a time");
            Ok(())
        })
        .await;
        self.one_that_cannot_be_read_is_listed(first.id).await;
        self.write(async |tx: &mut Tx| {
            assert_eq!(tx.moves().planned(&may(Act::Move), person(3)).await?.as_ref(), Some(&first));
            let due = tx.moves().due(&may(Act::Move), day(ON), 10).await?;
            assert_eq!((due.len(), due[0].id, due[0].planned.as_ref().ok()), (1, first.id, Some(&first)));
            assert!(tx.moves().due(&may(Act::Move), day(ON).previous(), 10).await?.is_empty());
            assert!(tx.moves().end(&act(Act::RecordMove), &first, MoveState::CalledOff, Some("no")).await?);
            assert!(!tx.moves().end(&act(Act::RecordMove), &first, MoveState::CalledOff, Some("no")).await?);
            assert!(tx.moves().plan(&act(Act::RecordMove), &second).await?, "there is room again");
            Ok(())
        })
        .await;
        let pay = Some(Pay { annual: "450000.5".parse().unwrap(), currency: Some("EUR".to_owned()) });
        let from = Post { site: Some("Lisbon".to_owned()), unit: Some("Day".to_owned()), manager: Some(person(1)) };
        let made = Move { from, pay, state: MoveState::Made, change: Some(change(1)), ..second };
        let looks_after = Grant {
            id: GrantId(Uuid::from_u128(23)),
            account: account(),
            access: Access::HrPartner,
            site: Some("Lisbon".to_owned()),
            from_on: day("2026-11-22"),
            until_on: None,
        };
        let give_to = || authorize_system(Act::GiveAccess, Subject::Account(account()));
        self.write(async |tx: &mut Tx| {
            tx.grants().add(give_to(), &looks_after).await?;
            assert!(tx.moves().make(&act(Act::Move), &made).await?);
            assert!(!tx.moves().make(&act(Act::Move), &made).await?, "once");
            assert!(tx.moves().plan(&approving, &with).await?);
            assert!(tx.moves().due(&may(Act::Move), day(ON), 10).await?.is_empty(), "it is the nomination's");
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
            let all = SoughtMoves { from_on: day(ON), until_on: day("2027-01-01"), kind: None, state: None };
            let made_ones = SoughtMoves { kind: Some(MoveKind::Promotion), state: Some(MoveState::Made), ..all };
            let demotions = SoughtMoves { kind: Some(MoveKind::Demotion), ..all };
            let earlier = SoughtMoves { until_on: day(ON).previous(), ..all };
            for (sought, found) in [(all, 3), (made_ones, 1), (demotions, 0), (earlier, 0)] {
                assert_eq!(tx.moves().list(&import, &sought, from, 10).await?.len(), found, "{sought:?}");
            }
            assert_eq!(tx.moves().list(&import, &made_ones, from, 10).await?, [told]);
            assert_eq!(tx.moves().list(&import, &all, (day(ON), made.id), 10).await?.len(), 1);
            self.sought(tx, &all).await
        })
        .await;
    }

    /// A hand in the database: which it is, is known, and it keeps no other back.
    async fn one_that_cannot_be_read_is_listed(&self, id: MoveId) {
        let mut raw = self.database.place.connect().await;
        raw.run("UPDATE moves SET rise_percent = 'much' WHERE state = 'planned'").await;
        self.read(async |tx| {
            let due = tx.moves().due(&may(Act::Move), day(ON), 10).await?;
            assert_eq!((due.len(), due[0].id), (1, id));
            assert!(matches!(due[0].planned, Err(store::Error::Corrupt { .. })), "{due:?}");
            Ok(())
        })
        .await;
        raw.run("UPDATE moves SET rise_percent = '12.5' WHERE state = 'planned'").await;
        raw.close().await;
    }

    /// HR of the site looks for them, and finds what is looked for, the latest first; nobody else does, nor anybody
    /// their own.
    async fn sought(&self, tx: &mut Tx, all: &SoughtMoves) -> Result<(), store::Error> {
        let partner = Viewer::new(account(), None, day("2026-11-22"), Vec::new());
        let first = (all.until_on.next(), MoveId(Uuid::nil()));
        let found = tx.moves().search(&partner, all, first, 10).await?;
        let ids = |found: &[MoveTold]| found.iter().map(|one| one.told.id.0.as_u128()).collect::<Vec<_>>();
        assert_eq!(ids(&found), [73, 72, 71]);
        let rest = tx.moves().search(&partner, all, (day(ON), MoveId(Uuid::from_u128(72))), 10).await?;
        assert_eq!(ids(&rest), [71]);
        let called_off = SoughtMoves { kind: Some(MoveKind::Promotion), state: Some(MoveState::CalledOff), ..*all };
        assert_eq!(ids(&tx.moves().search(&partner, &called_off, first, 10).await?), [71]);
        let later = SoughtMoves { from_on: day(ON).next(), ..*all };
        let own = Viewer::new(account(), Some(person(3)), day("2026-11-22"), Vec::new());
        for (viewer, sought) in [(&partner, &later), (&own, all), (&viewer(1, None), all)] {
            assert_eq!(tx.moves().search(viewer, sought, first, 10).await?, []);
        }
        Ok(())
    }
}
