//! People and their stored assessments.

use model::{Access, LadderId, Subject};
use policy::{Act, authorize_system};
use rules::{Decision, Status};
use store::{Page, StoredAssessment};
use uuid::Uuid;

use super::{Suite, day, may, person, viewer};

impl Suite {
    pub(super) async fn people(&self) {
        let page = Page { limit: 10, ..Page::default() };
        let (lead, everyone) = (viewer(2, None), viewer(2, Some(Access::HrLead)));
        let found = self.read(async |tx| {
            let mut numbers = Vec::new();
            for viewer in [&lead, &everyone] {
                let list = tx.employees().list(viewer, &page).await?;
                numbers.push(list.into_iter().map(|one| one.employee.number).collect::<Vec<_>>());
                assert!(tx.employees().find(viewer, "103").await?.is_some());
            }
            assert!(tx.employees().find(&lead, "101").await?.is_none());
            let team = tx.employees().list_team(&lead, None, 10).await?;
            numbers.push(team.into_iter().map(|one| one.employee.number).collect());
            Ok(numbers)
        });
        assert_eq!(found.await, [vec!["102", "103"], vec!["101", "102", "103"], vec!["103"]]);
        let permit = may(Act::Assess);
        let found = self.read(async |tx| {
            let by_number = tx.employees().by_numbers(&permit, &["101", "103", "nobody"]).await?;
            let after = tx.employees().after(&permit, "101", 10).await?;
            let by_id = tx.employees().find_by_id(&permit, person(3)).await?.unwrap();
            assert_eq!(by_id.employee.manager, Some(person(2)));
            let sample = tx.employees().sample(&permit, 2).await?;
            Ok((by_number.len(), after.len(), sample.is_empty(), tx.employees().count_awaiting().await?))
        });
        assert_eq!(found.await, (2, 2, false, 3));
        let bumped = self.write(async |tx| {
            let permit = authorize_system(Act::CorrectFact, Subject::Employee(person(3)));
            let revision = tx.employees().bump(&permit, person(3)).await?;
            Ok((revision, tx.employees().bump_all(&may(Act::PublishLadder)).await?))
        });
        assert_eq!(bumped.await, (2, 3));
    }

    pub(super) async fn assessments(&self) {
        let stored = StoredAssessment {
            track: "csr-to-team-lead".to_owned(),
            as_of: day("2026-11-22"),
            criteria_effective_from: day("2026-01-01"),
            decision: Decision {
                status: Status::OnCourse,
                reason: None,
                eligible_since: None,
                earliest_on: Some(day("2027-02-19")),
                earliest_on_if_verified: None,
                earliest_on_if_known: None,
                lapses_on: None,
                next_change_on: Some(day("2027-02-19")),
                stale_on: Some(day("2027-02-19")),
                next_version: None,
            },
        };
        let permit = may(Act::Assess);
        self.write(async |tx| {
            let awaiting = tx.employees().awaiting(&permit, 10).await?;
            assert_eq!(awaiting.len(), 3);
            let rows: Vec<_> = awaiting.iter().map(|one| (one.employee.id, vec![stored.clone()])).collect();
            tx.assessments().save(&permit, &rows).await?;
            let marks: Vec<_> = awaiting.iter().map(|one| (one, Some(day("2027-02-19")))).collect();
            tx.employees().mark_assessed(&permit, LadderId(Uuid::nil()), &marks).await
        })
        .await;
        let people = [person(1), person(2), person(3)];
        let (before, on) = (day("2027-02-18"), day("2027-02-19"));
        self.write(async |tx| {
            assert_eq!(tx.employees().stale(&permit, before, 10).await?.len(), 0);
            assert_eq!(tx.employees().stale(&permit, on, 10).await?.len(), 3);
            Ok(())
        })
        .await;
        self.read(async |tx| {
            assert_eq!(tx.employees().count_stale(on).await?, 3);
            assert_eq!(tx.employees().up_to_date(&permit, before, &people).await?.len(), 3);
            assert_eq!(tx.employees().up_to_date(&permit, on, &people).await?.len(), 0);
            let all = tx.assessments().of_people(&permit, &people).await?;
            assert_eq!(all, people.map(|id| (id, stored.clone())));
            assert_eq!(tx.assessments().of_page(&viewer(2, Some(Access::HrLead)), &people).await?, all);
            assert_eq!(tx.assessments().of_page(&viewer(2, None), &people).await?, all[1..]);
            Ok(())
        })
        .await;
    }
}
