//! The ladder, the company, leases and the audit trail.

use jiff::SignedDuration;
use model::{AccountId, ChangeId, DailyJob, Event, Instant, LadderId, Subject, Zone};
use policy::{Act, authorize_system};
use store::{PublishedLadder, SoughtEntries};
use uuid::Uuid;

use super::{Suite, day, may};
use crate::database::system_at;

impl Suite {
    pub(super) async fn ladders(&self) {
        let ladder = PublishedLadder { id: LadderId(Uuid::from_u128(5)), text: "[jobs]".to_owned() };
        let permit = || authorize_system(Act::PublishLadder, Subject::Ladder(ladder.id));
        self.write(async |tx| tx.ladders().publish(permit(), &ladder).await).await;
        let found = async |tx: &mut store::Tx| Ok((tx.ladders().in_force().await?, tx.ladders().in_force_id().await?));
        assert_eq!(self.read(found).await, (Some(ladder.clone()), Some(ladder.id)));
    }

    pub(super) async fn company(&self) {
        let today = day("2026-11-22");
        assert!(self.write(async |tx| tx.company().sweep(&may(Act::Assess), today).await).await);
        assert!(!self.write(async |tx| tx.company().sweep(&may(Act::Assess), today).await).await);
        let (company, counts) =
            self.read(async |tx| Ok((tx.company().get().await?, tx.company().count().await?))).await;
        assert_eq!((company.time_zone.name(), company.is_demo, company.swept_on), ("UTC", false, Some(today)));
        assert_eq!((counts.people, counts.facts), (3, 6));
        let zone = Zone::named("Asia/Kolkata").unwrap();
        self.write(async |tx| tx.company().set_time_zone(&may(Act::ManageCompany), &zone).await).await;
        assert_eq!(self.read(async |tx| tx.company().get().await).await.time_zone, zone);
        self.write(async |tx| tx.company().become_demo(&may(Act::Import)).await).await;
        assert!(self.read(async |tx| tx.company().get().await).await.is_demo);
        let permit = may(Act::Seal);
        assert!(self.write(async |tx| tx.leases().take(&permit, SignedDuration::from_secs(10)).await).await);
        self.write(async |tx| tx.leases().release(&permit).await).await;
    }

    pub(super) async fn daily_jobs(&self) {
        let job = DailyJob::CheckSample;
        let minute = SignedDuration::from_secs(60);
        let begin = async |store: &store::Store, at: &str| {
            let ctx = system_at(at);
            store.upkeep(&ctx, async |upkeep| upkeep.daily_jobs().begin(job, minute).await).await.unwrap()
        };
        let (one, other) = (&self.database.store, &self.database.place.open().await.unwrap());
        assert!(begin(one, "2026-11-22T09:00:00Z").await);
        assert!(!begin(other, "2026-11-22T09:00:59Z").await, "the first is at it");
        assert!(begin(one, "2026-11-22T09:00:59Z").await, "and may go on");
        assert!(begin(other, "2026-11-22T09:01:59Z").await, "the first is gone");
        let end = async |store: &store::Store, at: &str| {
            store.upkeep(&system_at(at), async |upkeep| upkeep.daily_jobs().end(job).await).await.unwrap();
        };
        end(one, "2026-11-22T09:02:00Z").await;
        assert!(
            self.read(async |tx| tx.daily_jobs().to_do().await).await.contains(&job),
            "it is not the first's to end"
        );
        end(other, "2026-11-22T09:02:00Z").await;
        assert!(!self.read(async |tx| tx.daily_jobs().to_do().await).await.contains(&job));
        assert!(!begin(one, "2026-11-22T23:59:59Z").await, "once a day");
        assert!(begin(one, "2026-11-23T00:00:00Z").await);
    }

    pub(super) async fn audit(&self) {
        assert!(self.read(async |tx| tx.audit().is_waiting().await).await);
        let sealed = self.database.store.upkeep(&self.ctx, async |upkeep| {
            upkeep.leases().take(&may(Act::Seal), SignedDuration::from_secs(10)).await?;
            upkeep.seals().append(&may(Act::Seal), 100).await
        });
        let sealed = sealed.await.unwrap();
        let event = Event::LadderPublished {
            ladder: LadderId(Uuid::from_u128(5)),
            digest: String::new(),
            versions: Vec::new(),
        };
        self.write(async |tx| {
            tx.record(event.clone());
            Ok(())
        })
        .await;
        let permit = may(Act::Audit);
        self.read(async |tx| {
            let found = tx.audit().verify(&permit, None).await?;
            assert_eq!((found.head.sequence.unsigned_abs(), found.unsealed, found.broken), (sealed, 2, None));
            assert_eq!(tx.audit().list(&permit, None, 100).await?.len() as u64, sealed + 2);
            let all = tx.audit().search(&permit, &SoughtEntries::default(), None, 100).await?;
            assert_eq!(all.len() as u64, sealed + 2);
            let last = &all[0];
            let by_act = SoughtEntries { act: Some("ladder_published"), ..SoughtEntries::default() };
            let by_act = tx.audit().search(&permit, &by_act, None, 100).await?;
            assert!(!by_act.is_empty() && by_act.iter().all(|one| one.entry.act == "ladder_published"));
            let before = Some((last.entry.recorded_at, last.entry.id));
            let next = tx.audit().search(&permit, &SoughtEntries::default(), before, 1).await?;
            assert_eq!(next, all[1..2]);
            let of_nobody =
                SoughtEntries { account: Some(AccountId(Uuid::from_u128(404))), ..SoughtEntries::default() };
            assert!(tx.audit().search(&permit, &of_nobody, None, 100).await?.is_empty());
            let ladder = SoughtEntries { subject: Some(Uuid::from_u128(5)), ..SoughtEntries::default() };
            assert_eq!(tx.audit().search(&permit, &ladder, None, 100).await?.len(), 1);
            let later = SoughtEntries { from: Some(Instant::MAX), ..ladder };
            assert!(tx.audit().search(&permit, &later, None, 100).await?.is_empty());
            assert_eq!(tx.audit().find(&permit, last.entry.id).await?.as_ref(), Some(last));
            let mut numbers = Vec::new();
            for one in &all {
                numbers
                    .extend(tx.audit().seal_of(&permit, one.entry.id).await?.map(|seal| seal.sequence.unsigned_abs()));
            }
            numbers.sort_unstable();
            assert_eq!(numbers, (1..=sealed).collect::<Vec<_>>(), "what waits has no place yet");
            assert_eq!(tx.audit().account_named(&permit, "nobody").await?, None);
            assert_eq!(tx.audit().person_numbered(&permit, "nobody").await?, None);
            assert_eq!(tx.audit().facts_of_change(&permit, ChangeId(Uuid::from_u128(404)), 9).await?, []);
            assert_eq!(tx.audit().list_about(&permit, Uuid::from_u128(5), None, 100).await?.len(), 1);
            Ok(())
        })
        .await;
    }
}
