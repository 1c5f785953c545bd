//! Nominations, what was done to them and frozen with them, who was told, and holds.

use model::letter::{Part, Written};
use model::{
    Access, Attention, Case, EvidenceId, Frozen, Hold, HoldId, HoldReason, LetterKind, Moment, NewsId, Nomination,
    NominationAct, NominationActId, NominationId, Once, State, Subject, Told,
};
use policy::{Above, Act, Permit, authorize_system};
use store::{ActDone, FrozenEvidence, Listed, Nominated, SentLetter, Tx};
use uuid::Uuid;

use super::accounts::account;
use super::{Suite, day, may, person, viewer};

const TODAY: &str = "2026-11-22";

pub(super) fn id() -> NominationId {
    NominationId(Uuid::from_u128(51))
}

fn act_id() -> NominationActId {
    NominationActId(Uuid::from_u128(52))
}

fn step(act: NominationAct) -> Permit {
    authorize_system(Act::Nominate(act), Subject::Nomination(id()))
}

fn submitted() -> Nomination {
    Nomination {
        id: id(),
        employee: person(3),
        track: "csr-to-team-lead".to_owned(),
        state: State::Submitted,
        since_on: day(TODAY),
        answer_by: Some(day("2026-11-20")),
        told: Told { candidate: true, hr: true },
        nominator: Some(account()),
        on_behalf_of: Some(person(1)),
        case: Case { text: "She leads already.".to_owned(), facts: vec![model::FactId(Uuid::from_u128(1))] },
        asked_on: Some(day(TODAY)),
        reviewer: Some(account()),
        decider: Some(account()),
        effective_on: Some(day(TODAY)),
        once: Once { asked_hr: true, appealed: true },
        reopened_for: Some(model::Closing::Moved),
        frozen: Some(Frozen { revision: 4, attention: Attention::Waived }),
        revision: 1,
    }
}

/// Those of a list, all of which can be read.
fn read(listed: Vec<Listed>) -> Vec<Nominated> {
    listed.into_iter().map(|one| one.nominated.unwrap()).collect()
}

impl Suite {
    pub(super) async fn nominations(&self) {
        let mut one = submitted();
        let other = Nomination { id: NominationId(Uuid::from_u128(53)), ..one.clone() };
        self.write(async |tx| {
            let start = step(NominationAct::Start);
            assert!(tx.nominations().add(&start, &one).await?);
            let of_other = authorize_system(Act::Nominate(NominationAct::Start), Subject::Nomination(other.id));
            assert!(!tx.nominations().add(&of_other, &other).await?, "one a person and track");
            Ok(())
        })
        .await;
        let done = ActDone {
            id: act_id(),
            nomination: id(),
            act: NominationAct::Consent,
            from: Some(State::Proposed),
            to: State::Submitted,
            account: Some(account()),
            on_behalf_of: Some(person(1)),
            acted_at: self.ctx.now,
            reasons: vec!["other".to_owned()],
            words: Some("gladly".to_owned()),
        };
        let frozen = FrozenEvidence {
            id: EvidenceId(Uuid::from_u128(54)),
            nomination: id(),
            moment: Moment::Consent,
            document: "{}".to_owned(),
            digest: "44".to_owned(),
            frozen_at: self.ctx.now,
        };
        let letter = Written {
            kind: LetterKind::NotSelected,
            language: "en".to_owned(),
            title: "Not now".to_owned(),
            body: vec![Part::Text("Dear".to_owned()), Part::Criteria(vec![("Belt".to_owned(), "Met".to_owned())])],
        };
        (one.state, one.revision) = (State::Approved, 2);
        let permit = may(Act::Assess);
        self.write(async |tx| {
            assert!(tx.nominations().save(step(NominationAct::Approve), &one).await?);
            assert!(!tx.nominations().save(step(NominationAct::Approve), &one).await?, "saved in between");
            let consent = step(NominationAct::Consent);
            tx.nomination_acts().append(&consent, &done).await?;
            tx.evidence().freeze(&consent, &frozen).await?;
            tx.letters().send(&consent, (id(), act_id()), &letter).await?;
            tx.news().tell(&consent, account(), act_id()).await?;
            tx.news().tell_person(&consent, person(3), act_id()).await?;
            tx.news().tell_partners(&consent, Some("Porto"), day(TODAY), act_id()).await?;
            tx.news().tell_leads(&consent, day(TODAY), act_id()).await
        })
        .await;
        self.read(async |tx| {
            let found = tx.nominations().find_by_id(&permit, id()).await?.unwrap();
            assert_eq!(found.nomination, one);
            for (who, access) in [(1, None), (2, None), (3, None)] {
                let viewer = viewer(who, access);
                let seen = tx.nominations().find(&viewer, id()).await?;
                assert_eq!(seen.as_ref(), Some(&found), "{who}");
                assert_eq!(tx.nominations().list(&viewer, None, 10).await?, std::slice::from_ref(&found));
                assert_eq!(tx.nominations().list(&viewer, Some(id()), 10).await?, []);
                assert_eq!(tx.nominations().of_person(&viewer, person(3), 10).await?, std::slice::from_ref(&found));
            }
            assert_eq!(tx.nominations().find(&viewer(77, Some(Access::Administrator)), id()).await?, None);
            assert_eq!(read(tx.nominations().unanswered(&permit, day(TODAY), 10).await?), std::slice::from_ref(&found));
            assert_eq!(read(tx.nominations().due(&permit, day(TODAY), 10).await?), std::slice::from_ref(&found));
            assert!(tx.nominations().is_open(&permit, person(3), &one.track).await?);
            assert!(!tx.nominations().is_open(&permit, person(2), &one.track).await?);
            let first = (model::EmployeeId(Uuid::nil()), "");
            assert_eq!(read(tx.nominations().open_after(&permit, first, 10).await?), std::slice::from_ref(&found));
            assert_eq!(read(tx.nominations().open_after(&permit, (person(3), "zzz"), 10).await?), []);
            let acts = tx.nomination_acts().of_nomination(&found).await?;
            assert_eq!(acts.iter().map(|told| &told.done).collect::<Vec<_>>(), [&done]);
            assert_eq!(acts[0].account_name.as_deref(), Some("Person 3"));
            assert_eq!(acts[0].on_behalf_of_name.as_deref(), Some("Person 1"));
            assert_eq!(tx.evidence().of_nomination(&found).await?, [frozen]);
            let sent = SentLetter { act: act_id(), sent_at: self.ctx.now, written: letter };
            assert_eq!(tx.letters().of_nomination(&viewer(3, None), id()).await?, [sent], "it is the candidate's");
            assert_eq!(tx.letters().of_nomination(&viewer(1, None), id()).await?, [], "and not their line's");
            assert_eq!(
                tx.employees().above(&viewer(1, None), person(3)).await?,
                Some(Above { depth: 2, on_behalf_of: None })
            );
            assert_eq!(tx.employees().above(&viewer(3, None), person(1)).await?, None);
            Ok(())
        })
        .await;
        self.news().await;
        self.what_was_sent_is_final().await;
    }

    async fn what_was_sent_is_final(&self) {
        let mut raw = self.database.place.connect().await;
        for table in ["letters", "evidence", "nomination_acts"] {
            for change in [format!("DELETE FROM {table}"), format!("UPDATE {table} SET nomination_id = nomination_id")]
            {
                let error = raw.try_run(&change).await.unwrap_err().to_string();
                assert!(error.contains("final"), "{change}: {error}");
            }
        }
        raw.close().await;
    }

    async fn news(&self) {
        let reader = policy::Viewer::new(account(), Some(person(3)), day(TODAY), Vec::new());
        let own = || authorize_system(Act::ManageOwnAccount, Subject::Account(account()));
        let unread = async || self.read(async |tx| tx.news().count_unread(&reader).await).await;
        assert_eq!(unread().await, 1, "told in several ways, once");
        let read = self
            .database
            .store
            .upkeep(&self.ctx, async |upkeep| upkeep.news().read(&own(), account(), NewsId(act_id().0)).await);
        assert_eq!(read.await.unwrap(), 1);
        assert_eq!(unread().await, 0);
        self.read(async |tx| {
            let items = tx.news().list(&reader, None, 10).await?;
            assert_eq!(items.len(), 1);
            assert_eq!((items[0].act, items[0].to), (NominationAct::Consent, State::Submitted));
            assert_eq!(items[0].read_at, Some(self.ctx.now));
            assert_eq!(items[0].letter, Some(LetterKind::NotSelected));
            assert_eq!(tx.news().list(&reader, Some(NewsId(act_id().0)), 10).await?, []);
            Ok(())
        })
        .await;
    }

    pub(super) async fn holds(&self) {
        let mut hold = Hold {
            id: HoldId(Uuid::from_u128(61)),
            employee: person(3),
            reason: HoldReason::CriticalProject,
            words: Some("until the launch".to_owned()),
            placed_by: account(),
            on_behalf_of: Some(person(1)),
            from_on: day(TODAY),
            until_on: day("2026-12-01"),
            renewed_by: None,
            ended_on: None,
        };
        let may = |act| authorize_system(act, Subject::Employee(person(3)));
        let (later, last) = (day("2026-12-24"), day("2026-12-02"));
        self.write(async |tx: &mut Tx| {
            tx.holds().place(may(Act::Hold), &hold).await?;
            assert!(tx.holds().renew(may(Act::RenewHold), &hold, later, account()).await?);
            assert!(!tx.holds().renew(may(Act::RenewHold), &hold, later, account()).await?, "once");
            assert!(tx.holds().end(may(Act::Hold), &hold, last, account()).await?);
            assert!(!tx.holds().end(may(Act::Hold), &hold, last, account()).await?, "it is ended");
            Ok(())
        })
        .await;
        (hold.until_on, hold.renewed_by, hold.ended_on) = (later, Some(account()), Some(last));
        assert!(!hold.holds_on(last) && hold.holds_on(day("2026-12-01")));
        self.read(async |tx| {
            let held = tx.employees().find_by_id(&may(Act::Hold), person(3)).await?.unwrap();
            let told = tx.holds().of_person(&held, 10).await?;
            assert_eq!(told.iter().map(|one| &one.hold).collect::<Vec<_>>(), [&hold]);
            let named = (told[0].on_behalf_of_name.as_deref(), told[0].renewed_by_name.as_ref());
            assert_eq!(named, (Some("Person 1"), Some(&told[0].placed_by_name)), "an account has a name");
            Ok(())
        })
        .await;
    }
}
