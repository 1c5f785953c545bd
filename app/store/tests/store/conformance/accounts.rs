//! Accounts, access, sessions, and who read whose record.

use model::{Access, Account, AccountId, Deputy, DeputyId, Grant, GrantId, Session, Subject, TokenHash};
use policy::{Act, Permit, authorize_system};
use store::{KeptPost, Tx};
use uuid::Uuid;

use super::{Suite, day, may, person};

const TODAY: &str = "2026-11-22";

pub(super) fn account() -> AccountId {
    AccountId(Uuid::from_u128(7))
}

fn manage() -> Permit {
    authorize_system(Act::ManageAccounts, Subject::Account(account()))
}

fn own() -> Permit {
    authorize_system(Act::ManageOwnAccount, Subject::Account(account()))
}

impl Suite {
    pub(super) async fn accounts(&self) {
        let somebody = Account {
            id: account(),
            sign_in_name: "somebody".to_owned(),
            employee: Some(person(3)),
            must_change_password: true,
            disabled_at: None,
        };
        let added = async |tx: &mut Tx| tx.accounts().add(&manage(), &somebody, None).await;
        assert!(self.write(added).await);
        assert!(!self.write(added).await, "the name is taken");
        let closed = self.write(async |tx| {
            assert!(tx.accounts().set_password(&own(), account(), "one").await?);
            assert!(!tx.accounts().confirm_password(&own(), account(), "other", "two").await?);
            assert!(tx.accounts().confirm_password(&own(), account(), "one", "two").await?);
            let hash = tx.accounts().credentials("somebody").await?.and_then(|found| found.password_hash);
            assert_eq!(hash.as_deref(), Some("two"));
            assert!(tx.accounts().disable(manage(), account(), self.ctx.now).await?);
            let closed = tx.accounts().credentials_of(account()).await?.unwrap();
            tx.accounts().reset(&manage(), account()).await?;
            Ok(closed)
        });
        assert!(!closed.await.is_open(day(TODAY)));
        let permit = may(Act::ManageAccounts);
        self.read(async |tx| {
            let named = tx.accounts().named(&permit, "somebody").await?;
            assert_eq!(named, tx.accounts().of_employee(&permit, person(3)).await?);
            assert_eq!(tx.accounts().list(&permit, "", 10).await?, named.clone().into_iter().collect::<Vec<_>>());
            let found = tx.accounts().find(&permit, account()).await?.unwrap();
            assert_eq!(Some(&found.account), named.as_ref());
            assert!(!found.has_password && found.owner.is_some());
            let name = found.owner.clone().unwrap().1;
            for search in ["", "SOME", &name] {
                assert_eq!(
                    tx.accounts().search(&permit, search, "", 10).await?,
                    std::slice::from_ref(&found),
                    "{search}"
                );
                assert_eq!(tx.accounts().search(&permit, search, "somebody", 10).await?, [], "after the last one");
            }
            assert_eq!(tx.accounts().search(&permit, "nobody", "", 10).await?, []);
            assert!(tx.accounts().of_leavers(&permit, day(TODAY), 10).await?.is_empty());
            assert_eq!(tx.accounts().invitable(&permit, day(TODAY), "", false, 10).await?.len(), 2);
            let again = tx.accounts().invitable(&permit, day(TODAY), "", true, 10).await?;
            assert_eq!(again.last().unwrap().account, Some((account(), "somebody".to_owned())));
            Ok(())
        })
        .await;
    }

    pub(super) async fn access(&self) {
        let (first, last) = (day(TODAY), day("2026-12-31"));
        let mut grant = Grant {
            id: GrantId(Uuid::from_u128(21)),
            account: account(),
            access: Access::HrPartner,
            site: Some("Porto".to_owned()),
            from_on: first,
            until_on: None,
        };
        let mut deputy = Deputy {
            id: DeputyId(Uuid::from_u128(22)),
            manager: person(1),
            deputy: person(3),
            from_on: first,
            until_on: first,
        };
        let of_account = || authorize_system(Act::GiveAccess, Subject::Account(account()));
        let of_person = authorize_system(Act::GiveAccess, Subject::Employee(person(3)));
        self.write(async |tx| {
            tx.grants().add(of_account(), &grant).await?;
            tx.grants().end(&of_account(), &grant, last).await?;
            tx.deputies().name(&of_person, &deputy).await?;
            tx.deputies().end(&of_person, &deputy, last).await
        })
        .await;
        (grant.until_on, deputy.until_on) = (Some(last), last);
        self.read(async |tx| {
            assert_eq!(tx.grants().of_account(account()).await?, [grant]);
            assert_eq!(tx.deputies().of_manager(&of_person, person(1)).await?, [deputy]);
            Ok(())
        })
        .await;
    }

    pub(super) async fn sessions(&self) {
        let [one, other, third] = [1, 2, 3].map(|byte| TokenHash([byte; 32]));
        let later = "2026-11-22T09:30:00Z".parse().unwrap();
        self.write(async |tx| {
            tx.invitations().issue(&manage(), account(), one, later).await?;
            assert_eq!(tx.invitations().find(one).await?.unwrap().expires_at, later);
            assert!(tx.invitations().spend(&own(), account(), one).await?);
            assert!(!tx.invitations().spend(&own(), account(), one).await?, "once");
            tx.invitations().issue(&manage(), account(), other, later).await?;
            assert_eq!(tx.invitations().void(&manage(), account()).await?, 1);
            for token in [one, other, third] {
                tx.sessions().open(own(), account(), token).await?;
            }
            assert!(tx.sessions().end(own(), account(), other).await?);
            assert_eq!(tx.sessions().end_others(&own(), account(), third).await?, 1);
            Ok(())
        })
        .await;
        let upkeep = self.database.store.upkeep(&self.ctx, async |upkeep| upkeep.sessions().see(third, later).await);
        upkeep.await.unwrap();
        let found = self.read(async |tx| tx.sessions().find(third).await).await.unwrap();
        let created_at = self.ctx.now;
        let expected =
            Session { token_hash: third, account: account(), created_at, last_seen_at: later, ended_at: None };
        assert_eq!(found, expected);
        let resumed = self.read(async |tx| tx.sessions().resume(third, day(TODAY)).await).await.unwrap();
        assert_eq!((&resumed.session, resumed.account.id), (&expected, account()));
        assert_eq!(resumed.grants, self.read(async |tx| tx.grants().of_account(account()).await).await);
        assert!(!resumed.grants.is_empty() && resumed.goes_on(later, day(TODAY)));
        assert!(resumed.leads, "they stand in for somebody to whom others report");
        assert!(self.read(async |tx| tx.sessions().resume(TokenHash([9; 32]), day(TODAY)).await).await.is_none());
        let alive = self.read(async |tx| tx.sessions().of_account(&own(), account(), 10).await).await;
        assert_eq!(alive, [expected], "the others are ended");
        let ended = self.read(async |tx| tx.sessions().find(other).await).await.unwrap();
        assert_eq!(ended.ended_at, Some(self.ctx.now), "whose it was is known for a while");
        let idle = self.database.store.upkeep(&self.ctx, async |upkeep| upkeep.sessions().drop_idle(later).await);
        assert_eq!(idle.await.unwrap(), 2, "the ended ones; the third was seen then");
        assert_eq!(self.write(async |tx| tx.sessions().end_all(&own(), account()).await).await, 1);
        let posts = self.database.store.upkeep(&self.ctx, async |upkeep| {
            let before = self.ctx.now.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap();
            let mut posts = upkeep.kept_posts();
            let post = |body: &str| KeptPost { path: "/account".to_owned(), body: body.to_owned() };
            posts.keep(account(), &post("one=1")).await?;
            posts.keep(account(), &post("two=2")).await?;
            assert_eq!(posts.find(&own(), account(), before).await?, Some(post("two=2")), "the last one");
            assert_eq!(posts.find(&own(), account(), self.ctx.now).await?, None, "its time is over");
            assert_eq!(posts.drop_old(self.ctx.now).await?, 0);
            posts.drop(&own(), account()).await?;
            posts.find(&own(), account(), before).await
        });
        assert_eq!(posts.await.unwrap(), None);
        let failures = self.database.store.upkeep(&self.ctx, async |upkeep| {
            let now = self.ctx.now;
            let mut failures = upkeep.sign_in_failures();
            let one = failures.add("somebody").await?;
            failures.add("somebody").await?;
            failures.take_back(one).await?;
            let before = now.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap();
            assert_eq!(failures.since("somebody", before, 10).await?, [now]);
            failures.clear("somebody").await?;
            failures.add("somebody").await?;
            failures.drop_old(later).await
        });
        assert_eq!(failures.await.unwrap(), 1);
    }

    pub(super) async fn access_log(&self) {
        let (first, second) = (day("2026-11-21"), day(TODAY));
        for _ in 0..2 {
            let read = [(account(), person(3), first), (account(), person(3), second), (account(), person(2), second)];
            let noted = self.database.store.upkeep(&self.ctx, async |upkeep| upkeep.access_log().note(&read).await);
            noted.await.unwrap();
        }
        let of = async |before| {
            let permit = may(Act::Audit);
            self.read(async |tx| tx.access_log().of_employee(&permit, person(3), before, 10).await).await
        };
        let readers = of(None).await;
        assert_eq!(readers, [(account(), second), (account(), first)], "one row a viewer, person and day");
        assert_eq!(of(Some((second, account()))).await, [(account(), first)]);
    }
}
