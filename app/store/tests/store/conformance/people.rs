//! People and their stored assessments.

use model::{Access, Employee, EmployeeId, LadderId, Origin, Standing, Subject};
use policy::{Act, authorize_system};
use rules::{Decision, State, Status};
use store::{After, Error, NewLine, Order, Page, Sought, StoredAssessment, Tx};
use uuid::Uuid;

use super::{Suite, change, day, employee, importing, may, person, viewer};

impl Suite {
    /// The lines of who is to come are there before them, and nobody sees anything of it; who never comes leaves none.
    pub(super) async fn newcomers(&self) {
        self.prepare_as(Origin::Import, 6, vec![(5, "3")], &[]).await;
        let line = |(manager, depth)| {
            let name_key = "person 5".to_owned();
            NewLine { manager: person(manager), employee: person(5), depth, name_key }
        };
        let lines = [(2, 1), (1, 2)].map(line);
        let write = async |preparation: &mut store::Preparation<'_>| {
            preparation.reporting_lines().insert(&importing(6), change(6), &lines).await
        };
        self.database.store.prepare(&self.ctx, write).await.unwrap();
        assert_eq!(self.above(5).await, [(person(5), person(2)), (person(5), person(1))]);
        let (lead, page) = (viewer(2, None), Page { limit: 10, ..Page::default() });
        let listed = async |tx: &mut Tx| {
            let list = tx.employees().list(&lead, &page).await?;
            let numbers = list.into_iter().map(|one| one.employee.number).collect::<Vec<_>>();
            Ok::<_, Error>((numbers, tx.employees().find(&lead, "105").await?.is_some()))
        };
        assert_eq!(self.read(listed).await, (vec!["102".to_owned(), "103".to_owned()], false));
        let newcomer = Employee { manager: Some(person(2)), ..employee(5) };
        let there = self.write(async |tx| {
            tx.employees().add(&importing(6), change(6), std::slice::from_ref(&newcomer)).await?;
            let there = listed(tx).await?;
            tx.employees().forget(&importing(6), change(6), &[person(5)]).await?;
            Ok(there)
        });
        assert_eq!(there.await, (["102", "103", "105"].map(str::to_owned).to_vec(), true));
        let drop = async |preparation: &mut store::Preparation<'_>| {
            assert_eq!(preparation.facts().drop_some(&may(Act::Import), change(6), 10).await?, 1);
            preparation.conflicts().drop(&may(Act::Import), change(6)).await?;
            preparation.changes().drop(&may(Act::Import), change(6)).await
        };
        self.database.store.prepare(&self.ctx, drop).await.unwrap();
        assert_eq!(self.above(5).await, []);
        assert_eq!(self.above(3).await, [(person(3), person(2)), (person(3), person(1))], "who is there keeps theirs");
    }

    async fn above(&self, number: u128) -> Vec<(EmployeeId, EmployeeId)> {
        let permit = may(Act::Import);
        self.read(async |tx| tx.reporting_lines().above(&permit, &[person(number)]).await).await
    }

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
            let team = tx.employees().list_team(&lead, None, None, 10).await?;
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
            states: vec![State::Met, State::CannotTell, State::Unmet],
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
            assert_eq!(tx.employees().count_to_assess(&permit, before, &people).await?, 0);
            assert_eq!(tx.employees().count_to_assess(&permit, on, &people).await?, 3);
            let all = tx.assessments().of_people(&permit, &people).await?;
            assert_eq!(all, people.map(|id| (id, stored.clone())));
            assert_eq!(tx.assessments().of_page(&viewer(2, Some(Access::HrLead)), &people).await?, all);
            assert_eq!(tx.assessments().of_page(&viewer(2, None), &people).await?, all[1..]);
            assert_eq!(tx.employees().seen(&viewer(2, Some(Access::HrLead)), &people).await?, people.into());
            assert_eq!(tx.employees().seen(&viewer(2, None), &people).await?, people[1..].iter().copied().collect());
            Ok(())
        })
        .await;
        self.lists().await;
    }

    /// Every list in every order, of a lead and of who sees everyone.
    async fn lists(&self) {
        let track = "csr-to-team-lead";
        let orders = [Order::Name, Order::Job, Order::HiredOn, Order::DueOn(track)];
        // On course for a day that is 89 days off.
        let on_course = Sought { track: Some(track), standing: Some(Standing::Soon), ..Sought::default() };
        let eligible = Sought { standing: Some(Standing::Now), ..Sought::default() };
        self.read(async |tx| {
            for (viewer, expected) in [(viewer(2, None), 2), (viewer(2, Some(Access::HrLead)), 3)] {
                for order in orders {
                    let page = Page { sought: on_course, order, after: None, limit: 10 };
                    let all = tx.employees().list(&viewer, &page).await?;
                    assert_eq!(all.len(), expected, "{order:?}");
                    let after = After { employee: &all[0].employee, due_on: Some(day("2027-02-19")) };
                    let rest = tx.employees().list(&viewer, &Page { after: Some(after), ..page }).await?;
                    assert_eq!(rest, all[1..], "{order:?}");
                    let nobody = tx.employees().list(&viewer, &Page { sought: eligible, ..page }).await?;
                    assert!(nobody.is_empty(), "{order:?}");
                }
                assert_eq!(tx.employees().count(&viewer, &on_course, 10).await?, Some(expected as u32));
                assert_eq!(tx.employees().count(&viewer, &on_course, 1).await?, None, "more than one");
                assert_eq!(tx.employees().count(&viewer, &eligible, 1).await?, Some(0));
                assert_eq!(tx.employees().sites(&viewer).await?, ["Lisbon"]);
            }
            let team = tx.employees().list_team(&viewer(2, None), Some(Standing::Soon), None, 10).await?;
            assert_eq!(team.len(), 1);
            Ok(())
        })
        .await;
    }
}
