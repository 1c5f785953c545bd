//! Who sees whom: in lists, searches, filters, finds and stored assessments, whoever stands above whom.

use std::collections::BTreeSet;

use model::{Employee, EmployeeId, Subject, fold};
use policy::{Act, Viewer, authorize_system};
use rules::{Decision, Status};
use store::{Page, StoredAssessment, Tx};

use crate::database::{Database, Engine, on_each_engine, system_at};
use crate::dice::Dice;
use crate::forest::{Forest, NOW, today};

on_each_engine! {
    everyone_sees_whom_they_may_and_nobody_else_through_every_read,
}

/// How often the company is shaken and looked at again.
const ROUNDS: usize = 6;

async fn everyone_sees_whom_they_may_and_nobody_else_through_every_read(engine: Engine) {
    let mut dice = Dice::new();
    let database = Database::new(engine).await;
    let mut forest = Forest::grown(&mut dice, 40);
    forest.plant(&database).await;
    assess_everyone(&database, &forest).await;
    let (ctx, mut seen) = (system_at(NOW), 0);
    for _ in 0..ROUNDS {
        for viewer in &forest.viewers {
            let (searched, limit) = (some_search(&mut dice, &forest), dice.below(7) as u32 + 1);
            let looked = database.store.read(&ctx, async |tx| {
                let all = (String::new(), None, None);
                let everybody = pages(tx, viewer, &all, limit).await;
                assert_eq!(everybody, expected(&forest, viewer, &all), "the list of {viewer:?}");
                assert_eq!(
                    pages(tx, viewer, &searched, limit).await,
                    expected(&forest, viewer, &searched),
                    "{searched:?}"
                );
                finds(tx, viewer, &forest).await;
                assert_eq!(team(tx, viewer, limit).await, forest.team(viewer), "the team of {viewer:?}");
                Ok::<_, store::Error>(everybody.len())
            });
            seen += looked.await.unwrap();
        }
        forest.shake(&mut dice, &database).await;
    }
    assert!(seen > forest.viewers.len(), "some see more than themselves");
}

type Searched = (String, Option<String>, Option<String>);

fn some_search(dice: &mut Dice, forest: &Forest) -> Searched {
    let somebody = dice.one_of(&forest.people).clone();
    let letters = dice.below(4);
    let text = somebody.full_name.chars().take(letters).collect();
    (text, somebody.site.filter(|_| dice.once_in(2)), Some(somebody.job).filter(|_| dice.once_in(2)))
}

/// Everybody of a list, page by page.
async fn pages(tx: &mut Tx, viewer: &Viewer, searched: &Searched, limit: u32) -> Vec<EmployeeId> {
    let (search, site, job) = searched;
    let (mut all, mut last) = (Vec::new(), None::<(String, EmployeeId)>);
    loop {
        let after = last.as_ref().map(|(name_key, id)| (name_key.as_str(), *id));
        let page = Page { after, search, site: site.as_deref(), job: job.as_deref(), limit };
        let people = tx.employees().list(viewer, &page).await.unwrap();
        assert!(people.len() <= limit as usize);
        let Some(one) = people.last() else { return all };
        last = Some((one.employee.name_key(), one.employee.id));
        all.extend(people.iter().map(|one| one.employee.id));
    }
}

fn expected(forest: &Forest, viewer: &Viewer, (search, site, job): &Searched) -> Vec<EmployeeId> {
    let fits = |person: &Employee| {
        person.name_key().starts_with(&fold(search))
            && site.as_ref().is_none_or(|site| person.site.as_ref() == Some(site))
            && job.as_ref().is_none_or(|job| person.job == *job)
    };
    let people = forest.people.iter().enumerate();
    let mut people: Vec<&Employee> = people
        .filter(|(place, person)| forest.sees(viewer, *place) && fits(person))
        .map(|(_, person)| person)
        .collect();
    people.sort_by_key(|person| (person.name_key(), person.id));
    people.into_iter().map(|person| person.id).collect()
}

/// Everyone is found, with what is stored of them, or not there at all.
async fn finds(tx: &mut Tx, viewer: &Viewer, forest: &Forest) {
    let ids: Vec<EmployeeId> = forest.people.iter().map(|person| person.id).collect();
    let stored = tx.assessments().of_page(viewer, &ids).await.unwrap();
    let stored: BTreeSet<EmployeeId> = stored.into_iter().map(|(id, _)| id).collect();
    for (place, person) in forest.people.iter().enumerate() {
        let found = tx.employees().find(viewer, &person.number).await.unwrap();
        let sees = forest.sees(viewer, place);
        assert_eq!(found.map(|found| found.employee.id), sees.then_some(person.id), "{viewer:?} finds {person:?}");
        assert_eq!(stored.contains(&person.id), sees, "{viewer:?} reads assessments of {person:?}");
    }
}

async fn team(tx: &mut Tx, viewer: &Viewer, limit: u32) -> BTreeSet<EmployeeId> {
    let (mut all, mut last) = (BTreeSet::new(), None::<(String, EmployeeId)>);
    loop {
        let after = last.as_ref().map(|(name_key, id)| (name_key.as_str(), *id));
        let people = tx.employees().list_team(viewer, after, limit).await.unwrap();
        let Some(one) = people.last() else { return all };
        last = Some((one.employee.name_key(), one.employee.id));
        for person in people {
            assert!(all.insert(person.employee.id), "nobody comes twice");
        }
    }
}

async fn assess_everyone(database: &Database, forest: &Forest) {
    let permit = authorize_system(Act::Assess, Subject::Company);
    let decision = Decision {
        status: Status::NeedsAction,
        reason: None,
        eligible_since: None,
        earliest_on: None,
        earliest_on_if_verified: None,
        earliest_on_if_known: None,
        lapses_on: None,
        next_change_on: None,
        stale_on: None,
        next_version: None,
    };
    let one = StoredAssessment {
        track: "csr-to-team-lead".to_owned(),
        as_of: today(),
        criteria_effective_from: today(),
        decision,
    };
    let all: Vec<_> = forest.people.iter().map(|person| (person.id, vec![one.clone()])).collect();
    let ctx = system_at(NOW);
    let written = database.store.write(&ctx, async |tx| {
        tx.assessments().save(&permit, &all).await?;
        tx.record(model::Event::DaySwept { day: today().to_string() });
        Ok::<_, store::Error>(())
    });
    written.await.unwrap();
}
