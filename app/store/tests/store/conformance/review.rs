//! What waits for HR, what reviewers noted, who stands aside.

use model::{
    Access, AccountId, Attention, EmployeeId, Frozen, Grant, GrantId, Nomination, NominationAct, NominationId, Place,
    Recusal, ReviewAct, ReviewNote, ReviewNoteId, State, Subject, Turn,
};
use policy::{Act, Permit, Viewer, authorize_system};
use rules::Day;
use store::{Lane, Queued, SoughtInQueue, Tx};
use uuid::Uuid;

use super::accounts::account;
use super::{Suite, day, may, person};

const TODAY: &str = "2026-11-22";
const TRACK: &str = "csr-to-quality-analyst";

fn id() -> NominationId {
    NominationId(Uuid::from_u128(55))
}

fn of(act: ReviewAct) -> Permit {
    authorize_system(Act::OnReview(act), Subject::Nomination(id()))
}

fn step(act: NominationAct) -> Permit {
    authorize_system(Act::Nominate(act), Subject::Nomination(id()))
}

fn reviewer(employee: Option<EmployeeId>, grants: Vec<Grant>) -> Viewer {
    Viewer::new(account(), employee, day(TODAY), grants)
}

fn grant(number: u128, access: Access, site: Option<&str>) -> Grant {
    let (id, site) = (GrantId(Uuid::from_u128(number)), site.map(str::to_owned));
    Grant { id, account: account(), access, site, from_on: day(TODAY), until_on: Some(day(TODAY)) }
}

impl Suite {
    pub(super) async fn review(&self) {
        let lead = grant(71, Access::HrLead, None);
        let partner = grant(72, Access::HrPartner, Some("Lisbon"));
        self.write(async |tx| {
            let give = || authorize_system(Act::GiveAccess, Subject::Account(account()));
            tx.grants().add(give(), &lead).await?;
            tx.grants().add(give(), &partner).await
        })
        .await;
        let viewer = reviewer(None, vec![lead.clone(), partner.clone()]);
        let own = reviewer(Some(person(3)), vec![lead, partner]);
        let one = self.submitted().await;
        let revision = one.frozen.unwrap().revision;
        let found = self.queue(&viewer, Lane::Everywhere, None).await;
        assert_eq!(found.iter().map(|queued| &queued.nominated.nomination).collect::<Vec<_>>(), [&one]);
        assert_eq!((found[0].turn, found[0].is_recused, &found[0].reviewer), (Turn::NearBound, false, &None));
        let whole = [Lane::OfTrack(TRACK), Lane::OfSite("Lisbon")];
        for lane in whole {
            assert_eq!(self.queue(&viewer, lane, None).await, found, "{lane:?}");
            assert_eq!(self.queue(&viewer, lane, Some(found[0].place())).await, [], "after it: {lane:?}");
        }
        for lane in [Lane::OfTrack("no such"), Lane::OfSite("Porto")] {
            assert_eq!(self.queue(&viewer, lane, None).await, [], "{lane:?}");
        }
        let nobody = Viewer::new(AccountId(Uuid::from_u128(99)), None, day(TODAY), Vec::new());
        for other in [&nobody, &own] {
            for lane in [Lane::Everywhere, Lane::OfTrack(TRACK), Lane::OfSite("Lisbon")] {
                assert_eq!(self.queue(other, lane, None).await, [], "{lane:?}");
            }
        }
        self.read(async |tx| {
            assert_eq!(tx.review().count(&viewer, None, 10).await?, 1);
            assert_eq!(tx.review().count(&viewer, Some("Lisbon"), 10).await?, 1);
            assert_eq!(tx.review().count(&viewer, Some("Porto"), 10).await?, 0);
            assert_eq!(tx.review().count(&nobody, None, 10).await? + tx.review().count(&own, None, 10).await?, 0);
            assert_eq!(tx.review().find(&viewer, id()).await?.as_ref(), Some(&found[0].nominated));
            assert_eq!(tx.review().find(&nobody, id()).await?, None);
            assert_eq!(tx.review().find(&own, id()).await?, None);
            Ok(())
        })
        .await;
        self.what_is_recorded_puts_it_forward(&viewer, revision).await;
        self.notes_and_recusals(&viewer).await;
    }

    /// One that waits, near a bound, for person 3 of Lisbon.
    async fn submitted(&self) -> Nomination {
        let known = may(Act::Assess);
        let revision =
            self.read(async |tx| Ok(tx.employees().find_by_id(&known, person(3)).await?.unwrap().revision)).await;
        let begun = Nomination::begin(id(), (person(3), TRACK), NominationAct::Start, day(TODAY)).unwrap();
        let mut one = Nomination { state: State::Submitted, revision: 2, ..begun.clone() };
        one.told = model::Told { candidate: true, hr: true };
        one.frozen = Some(Frozen { revision, attention: Attention::NearBound });
        self.write(async |tx| {
            assert!(tx.nominations().add(&step(NominationAct::Start), &begun).await?);
            assert!(tx.nominations().save(step(NominationAct::Consent), &one).await?);
            Ok(())
        })
        .await;
        one
    }

    async fn queue(&self, viewer: &Viewer, lane: Lane<'_>, after: Option<Place>) -> Vec<Queued> {
        let sought = SoughtInQueue { state: Some(State::Submitted), track: None, after };
        self.read(async |tx| tx.review().queue(viewer, lane, sought, 10).await).await
    }

    async fn what_is_recorded_puts_it_forward(&self, viewer: &Viewer, frozen: i64) {
        let correct = authorize_system(Act::CorrectFact, Subject::Employee(person(3)));
        let bumped = self.write(async |tx| tx.employees().bump(&correct, person(3)).await).await;
        let found = self.queue(viewer, Lane::OfSite("Lisbon"), None).await;
        assert_eq!((found[0].turn, found[0].nominated.employee_revision), (Turn::Changed, bumped));
        // Frozen again, it is as it was known; then everyone is judged anew.
        let mut one = found[0].nominated.nomination.clone();
        for (attention, turn) in [(Attention::None, Turn::Usual), (Attention::Unknown, Turn::Unknown)] {
            let now = may(Act::Assess);
            let found = self.read(async |tx| tx.employees().find_by_id(&now, person(3)).await).await.unwrap();
            one = Nomination { revision: one.revision + 1, ..one };
            one.frozen = Some(Frozen { revision: found.revision, attention });
            self.write(async |tx| tx.nominations().save(step(NominationAct::Consent), &one).await).await;
            assert_eq!(self.queue(viewer, Lane::Everywhere, None).await[0].turn, turn);
            self.write(async |tx| tx.employees().bump_all(&may(Act::PublishLadder)).await).await;
            let then = if turn == Turn::Unknown { Turn::Unknown } else { Turn::Changed };
            assert_eq!(self.queue(viewer, Lane::Everywhere, None).await[0].turn, then);
        }
        // Whatever comes after was recorded since, whoever saves it.
        one = Nomination { revision: one.revision + 1, state: State::InReview, reviewer: Some(account()), ..one };
        one.frozen = Some(Frozen { revision: frozen, attention: Attention::None });
        self.write(async |tx| tx.nominations().save(step(NominationAct::TakeUp), &one).await).await;
        let sought = SoughtInQueue::default();
        let queued = self.read(async |tx| tx.review().queue(viewer, Lane::Everywhere, sought, 10).await).await;
        assert_eq!((queued[0].turn, queued[0].reviewer.as_deref()), (Turn::Changed, Some("Person 3")));
        let place = queued[0].place();
        assert_eq!(place, Place { turn: Turn::Changed, since_on: day(TODAY), id: id() });
        assert!(place > Place::START && Place::START.since_on == Day::FIRST);
    }

    async fn notes_and_recusals(&self, viewer: &Viewer) {
        let note = ReviewNote {
            id: ReviewNoteId(Uuid::from_u128(81)),
            nomination: id(),
            account: account(),
            words: "She leads already.".to_owned(),
            written_at: self.ctx.now,
        };
        let recusal = Recusal {
            nomination: id(),
            account: account(),
            reason: "We are cousins.".to_owned(),
            recused_at: self.ctx.now,
        };
        let notes = async || self.read(async |tx| tx.review().notes(viewer, id(), 10).await).await;
        assert_eq!(notes().await, []);
        self.write(async |tx: &mut Tx| tx.review().note(of(ReviewAct::Note), &note).await).await;
        let told = notes().await;
        assert_eq!(told.iter().map(|told| &told.note).collect::<Vec<_>>(), [&note]);
        assert_eq!(told[0].name.as_deref(), Some("Person 3"));
        self.write(async |tx| {
            assert!(!tx.review().is_recused(viewer, id()).await?);
            assert!(tx.review().stand_aside(of(ReviewAct::StandAside), &recusal).await?);
            assert!(!tx.review().stand_aside(of(ReviewAct::StandAside), &recusal).await?, "once");
            assert!(tx.review().is_recused(viewer, id()).await?);
            let found = tx.review().find(viewer, id()).await?.unwrap();
            let aside = tx.review().recusals(&found, 10).await?;
            assert_eq!(aside.iter().map(|told| &told.recusal).collect::<Vec<_>>(), [&recusal]);
            assert_eq!(aside[0].name.as_deref(), Some("Person 3"));
            Ok(())
        })
        .await;
        assert_eq!(notes().await, [], "who stands aside reads no notes");
    }
}
