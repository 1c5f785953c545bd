//! Waivers: asked for, answered, ended, listed and counted.

use model::{Access, Grant, GrantId, NominationAct, Reason, Subject, Waiver, WaiverId, WaiverState};
use policy::{Act, Permit, Viewer, authorize_system};
use store::{CountedBy, SoughtWaivers, Tx};
use uuid::Uuid;

use super::accounts::account;
use super::nominations::id as nomination;
use super::{Suite, day, may, person};

fn asked(number: u128, criterion: &str) -> Waiver {
    Waiver {
        id: WaiverId(Uuid::from_u128(number)),
        nomination: nomination(),
        employee: person(3),
        track: "csr-to-team-lead".to_owned(),
        criterion: criterion.to_owned(),
        reason: Reason::EvidenceOnItsWay,
        words: "The certificate comes by post.".to_owned(),
        from_on: day("2026-11-22"),
        until_on: day("2026-12-31"),
        asked_by: account(),
        state: WaiverState::Asked,
        answered_by: None,
        answer_words: None,
        ended_on: None,
        end_words: None,
    }
}

fn step(act: NominationAct) -> Permit {
    authorize_system(Act::Nominate(act), Subject::Nomination(nomination()))
}

/// Whoever holds the account, with one's own record or another's.
fn reader(own: u128) -> Viewer {
    Viewer::new(account(), Some(person(own)), day("2026-11-22"), Vec::new())
}

impl Suite {
    pub(super) async fn waivers(&self) {
        let (mut belt, mut time, mut quality) = (asked(71, "belt"), asked(72, "time"), asked(73, "quality"));
        self.write(async |tx: &mut Tx| {
            let ask = step(NominationAct::AskWaiver);
            for one in [&belt, &time, &quality] {
                assert!(tx.waivers().ask(&ask, one).await?);
            }
            assert!(!tx.waivers().ask(&ask, &asked(74, "belt")).await?, "one question at a time");
            assert!(tx.waivers().answer(step(NominationAct::GrantWaiver), &belt, Some("so be it")).await?);
            let again = tx.waivers().answer(step(NominationAct::RefuseWaiver), &belt, None).await?;
            assert!(!again, "it is answered");
            assert!(tx.waivers().answer(step(NominationAct::RefuseWaiver), &time, None).await?);
            assert_eq!(tx.waivers().lapse(&step(NominationAct::Discard), nomination()).await?, 1);
            let waive = authorize_system(Act::Waive, Subject::Employee(person(3)));
            assert!(tx.waivers().end(&waive, &belt, day("2026-11-30"), "it came").await?);
            assert!(!tx.waivers().end(&waive, &time, day("2026-11-30"), "it came").await?, "it was not granted");
            Ok(())
        })
        .await;
        (belt.state, belt.answer_words) = (WaiverState::Ended, Some("so be it".to_owned()));
        (belt.ended_on, belt.end_words) = (Some(day("2026-11-30")), Some("it came".to_owned()));
        (time.state, quality.state) = (WaiverState::Refused, WaiverState::Lapsed);
        self.read(async |tx| {
            let found = tx.nominations().find_by_id(&may(Act::Assess), nomination()).await?.unwrap();
            let told = tx.waivers().of_nomination(&found, 10).await?;
            let waivers: Vec<&Waiver> = told.iter().map(|one| &one.told).collect();
            assert_eq!(waivers, [&belt, &time, &quality]);
            assert_eq!((told[0].asked_by_name.as_str(), told[0].number.as_str()), ("Person 3", "103"));
            assert_eq!((told[0].asked_at, told[0].answered_at), (self.ctx.now, Some(self.ctx.now)));
            assert_eq!(tx.waivers().askers(&found).await?, [account()]);
            Ok(())
        })
        .await;
        let grant = Grant {
            id: GrantId(Uuid::from_u128(75)),
            account: account(),
            access: Access::HrLead,
            site: None,
            from_on: day("2026-11-22"),
            until_on: None,
        };
        self.write(async |tx| {
            let give = authorize_system(Act::GiveAccess, Subject::Account(account()));
            tx.grants().add(give, &grant).await
        })
        .await;
        self.listed_waivers([belt.id, time.id, quality.id]).await;
    }

    async fn listed_waivers(&self, [belt, time, quality]: [WaiverId; 3]) {
        let all = SoughtWaivers::default();
        self.read(async |tx| {
            let reader = reader(1);
            let listed = async |tx: &mut Tx, sought: &SoughtWaivers, before| {
                let found = tx.waivers().list(&reader, sought, before, 10).await?;
                Ok::<_, store::Error>(found.into_iter().map(|one| one.told.id).collect::<Vec<_>>())
            };
            assert_eq!(listed(tx, &all, None).await?, [quality, time, belt]);
            assert_eq!(listed(tx, &all, Some(time)).await?, [belt]);
            let narrow = SoughtWaivers {
                state: Some(WaiverState::Refused),
                asked_by: Some(account()),
                person: Some("103".to_owned()),
                track: Some("csr-to-team-lead".to_owned()),
                criterion: Some("time".to_owned()),
            };
            assert_eq!(listed(tx, &narrow, None).await?, [time]);
            assert_eq!(tx.waivers().find(&reader, belt).await?.map(|one| one.told.id), Some(belt));
            let counts = tx.waivers().count(&reader, self.ctx.now, 10).await?;
            let numbers = |is: fn(&CountedBy) -> bool| {
                let of = counts.iter().filter(|one| is(&one.of));
                of.map(|one| (one.asked, one.open, one.granted, one.refused)).collect::<Vec<_>>()
            };
            let by_criterion = numbers(|of| matches!(of, CountedBy::Criterion(..)));
            assert_eq!(by_criterion, [(1, 0, 1, 0), (1, 0, 0, 0), (1, 0, 0, 1)]);
            assert_eq!(numbers(|of| matches!(of, CountedBy::Asker(id, _) if *id == account())), [(3, 0, 1, 1)]);
            assert_eq!(numbers(|of| matches!(of, CountedBy::Person(number, _) if number == "103")), [(3, 0, 1, 1)]);
            assert_eq!(tx.waivers().count_open(&reader).await?, 0, "all are answered");
            // Nobody is shown what was asked for themselves among everybody's.
            assert_eq!(tx.waivers().list(&self::reader(3), &all, None, 10).await?, []);
            assert_eq!(tx.waivers().find(&self::reader(3), belt).await?, None);
            Ok(())
        })
        .await;
    }
}
