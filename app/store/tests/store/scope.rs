//! Who sees whom: in lists, searches, filters, finds and stored assessments, whoever stands above whom.

use std::collections::{BTreeMap, BTreeSet};

use model::{Employee, EmployeeId, Standing, Subject, fold};
use policy::{Act, Viewer, authorize_system};
use rules::{Day, Decision, Status};
use store::{After, Order, Page, Sought, StoredAssessment, Tx};

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
    let decided = assess_everyone(&mut dice, &database, &forest).await;
    let (ctx, mut seen) = (system_at(NOW), 0);
    for _ in 0..ROUNDS {
        for viewer in &forest.viewers {
            let (searched, limit) = (Search::any(&mut dice, &forest, &decided), dice.below(7) as u32 + 1);
            let looked = database.store.read(&ctx, async |tx| {
                let all = Search { decided: &decided, ..Search::default() };
                let everybody = pages(tx, viewer, &all, limit).await;
                assert_eq!(everybody, all.expected(&forest, viewer), "the list of {viewer:?}");
                let expected = searched.expected(&forest, viewer);
                assert_eq!(pages(tx, viewer, &searched, limit).await, expected, "{searched:?}");
                let counted = tx.employees().count(viewer, &searched.sought(), limit).await.unwrap();
                let count = u32::try_from(expected.len()).ok().filter(|count| *count <= limit);
                // A list in order of the days of a track is about those to whom it applies.
                assert!(counted == count || searched.sort == 3, "{searched:?}");
                finds(tx, viewer, &forest, &decided).await;
                sites(tx, viewer, &forest).await;
                let asked = searched.standing;
                let stands = |id: &EmployeeId| asked.is_none_or(|asked| searched.stands(*id, asked, None));
                let expected: BTreeSet<_> = forest.team(viewer).into_iter().filter(stands).collect();
                assert_eq!(team(tx, viewer, asked, limit).await, expected, "the team of {viewer:?}");
                Ok::<_, store::Error>(everybody.len())
            });
            seen += looked.await.unwrap();
        }
        forest.shake(&mut dice, &database).await;
    }
    assert!(seen > forest.viewers.len(), "some see more than themselves");
}

const TRACKS: &[&str] = &["csr-to-team-lead", "csr-to-hr"];

/// What is decided of everyone, by track.
type Decided = BTreeMap<(EmployeeId, &'static str), Decision>;

/// What somebody looks for, and in which order: by name, job, day of hire, or day on a track.
#[derive(Clone, Debug)]
struct Search<'a> {
    text: String,
    site: Option<String>,
    job: Option<String>,
    track: Option<&'static str>,
    standing: Option<Standing>,
    sort: usize,
    decided: &'a Decided,
}

static NOTHING: Decided = Decided::new();

impl Default for Search<'_> {
    fn default() -> Self {
        Search { text: String::new(), site: None, job: None, track: None, standing: None, sort: 0, decided: &NOTHING }
    }
}

impl<'a> Search<'a> {
    fn any(dice: &mut Dice, forest: &Forest, decided: &'a Decided) -> Search<'a> {
        let somebody = dice.one_of(&forest.people).clone();
        let letters = dice.below(4);
        Search {
            text: somebody.full_name.chars().take(letters).collect(),
            site: somebody.site.filter(|_| dice.once_in(2)),
            job: Some(somebody.job).filter(|_| dice.once_in(2)),
            track: dice.once_in(2).then(|| *dice.one_of(TRACKS)),
            standing: dice.once_in(2).then(|| *dice.one_of(Standing::ALL)),
            sort: dice.below(4),
            decided,
        }
    }

    /// The track that the list is about where it is in order of its days.
    fn due(&self) -> &'static str {
        self.track.unwrap_or(TRACKS[0])
    }

    fn order(&self) -> Order<'_> {
        [Order::Name, Order::Job, Order::HiredOn, Order::DueOn(self.due())][self.sort]
    }

    fn sought(&self) -> Sought<'_> {
        Sought {
            text: &self.text,
            site: self.site.as_deref(),
            job: self.job.as_deref(),
            track: self.track,
            standing: self.standing,
        }
    }

    fn due_on(&self, employee: &Employee) -> Option<Day> {
        let decision = self.decided.get(&(employee.id, self.due()))?;
        if decision.status == Status::Eligible { decision.eligible_since } else { decision.earliest_on }
    }

    /// Whether somebody stands so on a track, or on any.
    fn stands(&self, id: EmployeeId, standing: Standing, track: Option<&str>) -> bool {
        let tracks = TRACKS.iter().filter(|one| track.is_none_or(|track| track == **one));
        let mut decisions = tracks.filter_map(|track| self.decided.get(&(id, *track)));
        decisions.any(|decision| standing.fits(decision, today()))
    }

    /// Who is in the list, the plain way.
    fn expected(&self, forest: &Forest, viewer: &Viewer) -> Vec<EmployeeId> {
        let track = if self.sort == 3 { Some(self.due()) } else { self.track };
        let fits = |person: &Employee| {
            person.name_key().starts_with(&fold(&self.text))
                && self.site.as_ref().is_none_or(|site| person.site.as_ref() == Some(site))
                && self.job.as_ref().is_none_or(|job| person.job == *job)
                && track.is_none_or(|track| self.decided.contains_key(&(person.id, track)))
                && self.standing.is_none_or(|standing| self.stands(person.id, standing, track))
        };
        let key = |person: &Employee| match self.sort {
            0 => String::new(),
            1 => person.job.clone(),
            2 => person.hired_on.to_string(),
            _ => self.due_on(person).map_or("later".to_owned(), |day| day.to_string()),
        };
        let people = forest.people.iter().enumerate();
        let mut people: Vec<&Employee> = people
            .filter(|(place, person)| forest.sees(viewer, *place) && fits(person))
            .map(|(_, person)| person)
            .collect();
        people.sort_by_key(|person| (key(person), person.name_key(), person.id));
        people.into_iter().map(|person| person.id).collect()
    }
}

/// Everybody of a list, page by page.
async fn pages(tx: &mut Tx, viewer: &Viewer, searched: &Search<'_>, limit: u32) -> Vec<EmployeeId> {
    let (mut all, mut last) = (Vec::new(), None::<Employee>);
    loop {
        let after = last.as_ref().map(|employee| After { employee, due_on: searched.due_on(employee) });
        let page = Page { sought: searched.sought(), order: searched.order(), after, limit };
        let people = tx.employees().list(viewer, &page).await.unwrap();
        assert!(people.len() <= limit as usize);
        all.extend(people.iter().map(|one| one.employee.id));
        let Some(one) = people.into_iter().last() else { return all };
        last = Some(one.employee);
    }
}

/// Everyone is found, with what is stored of them, or not there at all.
async fn finds(tx: &mut Tx, viewer: &Viewer, forest: &Forest, decided: &Decided) {
    let ids: Vec<EmployeeId> = forest.people.iter().map(|person| person.id).collect();
    let stored = tx.assessments().of_page(viewer, &ids).await.unwrap();
    let stored: BTreeSet<EmployeeId> = stored.into_iter().map(|(id, _)| id).collect();
    let seen = tx.employees().seen(viewer, &ids).await.unwrap();
    for (place, person) in forest.people.iter().enumerate() {
        let found = tx.employees().find(viewer, &person.number).await.unwrap();
        let sees = forest.sees(viewer, place);
        assert_eq!(found.map(|found| found.employee.id), sees.then_some(person.id), "{viewer:?} finds {person:?}");
        assert_eq!(seen.contains(&person.id), sees, "{viewer:?} sees {person:?}");
        let is_decided = TRACKS.iter().any(|track| decided.contains_key(&(person.id, *track)));
        assert_eq!(stored.contains(&person.id), sees && is_decided, "{viewer:?} reads assessments of {person:?}");
    }
}

/// Sites are those of whom one sees.
async fn sites(tx: &mut Tx, viewer: &Viewer, forest: &Forest) {
    let seen = forest.people.iter().enumerate().filter(|(place, _)| forest.sees(viewer, *place));
    let sites: BTreeSet<String> = seen.filter_map(|(_, person)| person.site.clone()).collect();
    assert_eq!(tx.employees().sites(viewer).await.unwrap(), Vec::from_iter(sites), "the sites of {viewer:?}");
}

async fn team(tx: &mut Tx, viewer: &Viewer, standing: Option<Standing>, limit: u32) -> BTreeSet<EmployeeId> {
    let (mut all, mut last) = (BTreeSet::new(), None::<Employee>);
    loop {
        let people = tx.employees().list_team(viewer, standing, last.as_ref(), limit).await.unwrap();
        for person in &people {
            assert!(all.insert(person.employee.id), "nobody comes twice");
        }
        let Some(one) = people.into_iter().last() else { return all };
        last = Some(one.employee);
    }
}

/// Some decision on each track for most, on none for some.
async fn assess_everyone(dice: &mut Dice, database: &Database, forest: &Forest) -> Decided {
    let permit = authorize_system(Act::Assess, Subject::Company);
    let mut decided = Decided::new();
    for person in &forest.people {
        for track in TRACKS {
            if !dice.once_in(4) {
                decided.insert((person.id, *track), some_decision(dice));
            }
        }
    }
    let stored = |((id, track), decision): (&(EmployeeId, &str), &Decision)| {
        let (track, decision) = ((*track).to_owned(), decision.clone());
        let states = Vec::new();
        let one = StoredAssessment { track, as_of: today(), criteria_effective_from: today(), decision, states };
        (*id, one)
    };
    let mut all: BTreeMap<EmployeeId, Vec<StoredAssessment>> = BTreeMap::new();
    for (id, one) in decided.iter().map(stored) {
        all.entry(id).or_default().push(one);
    }
    // Whom no track applies to has nothing stored, and is read like everybody else.
    let all: Vec<_> = all.into_iter().collect();
    let ctx = system_at(NOW);
    let written = database.store.write(&ctx, async |tx| {
        tx.assessments().save(&permit, &all).await?;
        tx.record(model::Event::DaySwept { day: today().to_string() });
        Ok::<_, store::Error>(())
    });
    written.await.unwrap();
    decided
}

fn some_decision(dice: &mut Dice) -> Decision {
    let status = *dice.one_of(&[Status::Eligible, Status::OnCourse, Status::CannotTell, Status::NeedsAction]);
    let ahead = |dice: &mut Dice| today().plus_days(dice.below(4) as i32 * 45 + 1);
    let is = |one: Status| status == one;
    Decision {
        status,
        reason: None,
        eligible_since: is(Status::Eligible).then(|| today().plus_days(-(dice.below(4) as i32))),
        earliest_on: match status {
            Status::Eligible => Some(today()),
            Status::OnCourse => Some(ahead(dice)),
            Status::CannotTell => dice.once_in(2).then(|| ahead(dice)),
            Status::NeedsAction | Status::NotApplicable => None,
        },
        earliest_on_if_verified: None,
        earliest_on_if_known: None,
        lapses_on: (is(Status::Eligible) && dice.once_in(2)).then(|| ahead(dice)),
        next_change_on: None,
        stale_on: None,
        next_version: None,
    }
}
