//! News of what was done to somebody's record: told once, listed with what it is about, read with the rest; and the names of
//! places.

use model::{MoveId, MoveKind, MoveState, NewsId, Subject, TokenHash, WaiverId};
use policy::{Act, Viewer, authorize_system};
use store::{Error, RecordDone, Tidings, TidingsOf, Tx};
use uuid::Uuid;

use super::accounts::account;
use super::{Suite, day, may, person};

fn news(number: u128) -> NewsId {
    NewsId(Uuid::from_u128(number))
}

impl Suite {
    /// After moves and waivers: it is about one of each.
    pub(super) async fn record_news(&self) {
        let of_move = Tidings { id: news(91), employee: person(3), of: TidingsOf::Move(MoveId(Uuid::from_u128(72))) };
        let ended = TidingsOf::Waiver(WaiverId(Uuid::from_u128(71)));
        let of_waiver = Tidings { id: news(92), employee: person(3), of: ended };
        let act = |act| authorize_system(act, Subject::Employee(person(3)));
        let reader = Viewer::new(account(), Some(person(3)), day("2026-11-22"), Vec::new());
        let before = self.read(async |tx| tx.news().count_unread(&reader).await).await;
        let session = TokenHash([91; 32]);
        let own = || authorize_system(Act::ManageOwnAccount, Subject::Account(account()));
        self.write(async |tx: &mut Tx| {
            tx.sessions().open(own(), account(), session).await?;
            for _ in 0..2 {
                tx.record_news().tell_person(&act(Act::Move), person(3), &of_move).await?;
            }
            tx.record_news().tell(&act(Act::Waive), account(), &of_waiver).await?;
            let strange = tx.record_news().tell(&act(Act::Move), account(), &of_waiver).await;
            assert!(matches!(strange, Err(Error::WrongPermit(_))), "with the permit of what was done");
            Ok(())
        })
        .await;
        self.read(async |tx| {
            assert_eq!(tx.news().count_unread(&reader).await?, before + 2, "once each");
            let resumed = tx.sessions().resume(session, day("2026-11-22")).await?.unwrap();
            assert_eq!(resumed.unread, before + 2, "the navigation says the same");
            let items = tx.record_news().list(&reader, None, 10).await?;
            assert_eq!(items.iter().map(|item| item.id).collect::<Vec<_>>(), [news(92), news(91)]);
            assert_eq!(tx.record_news().list(&reader, None, 1).await?, items[..1]);
            assert_eq!(tx.record_news().list(&reader, Some(news(92)), 10).await?, items[1..]);
            let (track, criterion) = ("csr-to-team-lead".to_owned(), "belt".to_owned());
            assert_eq!(items[0].done, RecordDone::WaiverEnded { id: WaiverId(Uuid::from_u128(71)), track, criterion });
            let moved = RecordDone::Move {
                id: MoveId(Uuid::from_u128(72)),
                kind: MoveKind::Promotion,
                from_job: "csr".to_owned(),
                job: "team-lead".to_owned(),
                state: MoveState::Made,
            };
            assert_eq!((&items[1].done, items[1].number.as_str(), items[1].employee), (&moved, "103", person(3)));
            assert_eq!((items[1].told_at, items[1].read_at), (self.ctx.now, None));
            Ok(())
        })
        .await;
        let read = async |until| {
            let upkeep = self
                .database
                .store
                .upkeep(&self.ctx, async |upkeep| upkeep.news().read(&own(), account(), until).await);
            upkeep.await.unwrap()
        };
        assert_eq!((read(news(91)).await, read(news(92)).await), (1, 1), "up to one of them");
        self.places().await;
    }

    async fn places(&self) {
        self.read(async |tx| {
            let permit = may(Act::Assess);
            let (sites, units) = (tx.places().sites(&permit).await?, tx.places().units(&permit).await?);
            assert!(sites.contains(&"Lisbon".to_owned()) && sites.is_sorted(), "{sites:?}");
            assert_eq!(units, ["Day"]);
            Ok(())
        })
        .await;
    }
}
