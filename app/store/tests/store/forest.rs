//! A made-up company in the database, and who may see whom in it, worked out the plain way.

use std::collections::BTreeSet;

use model::{Access, AccountId, ChangeId, Employee, EmployeeId, Event, Grant, Subject};
use policy::{Act, Viewer, authorize_system};
use rules::Day;
use store::new_id;

use crate::database::{Database, Raw, system_at};
use crate::dice::Dice;

pub(crate) const NOW: &str = "2026-11-22T09:00:00Z";
const SITES: &[&str] = &["Pune", "Łódź", "São Paulo"];
const JOBS: &[&str] = &["csr", "team-lead"];
/// What sorts and folds differently wherever somebody lets it.
const NAMES: &[&str] = &[
    "Zoë",
    "zoe",
    "Ängel",
    "Angel",
    "ÅSA",
    "åsa",
    "İpek",
    "ipek",
    "ẞtrauß",
    "Straus",
    "Éa",
    "e\u{301}a",
    "김",
    "Ω",
    "😀",
    "O'Neil",
    "o neil",
    "de  la Cruz",
    "_",
    "%",
    "~",
];

/// A stand-in with its dates.
pub(crate) struct StandIn {
    manager: usize,
    deputy: usize,
    from_on: Day,
    until_on: Day,
}

/// Everyone, by place; the manager of each is one before.
pub(crate) struct Forest {
    pub(crate) people: Vec<Employee>,
    managers: Vec<Option<usize>>,
    stand_ins: Vec<StandIn>,
    pub(crate) viewers: Vec<Viewer>,
    grants: Vec<Grant>,
}

pub(crate) fn today() -> Day {
    NOW[..10].parse().unwrap()
}

fn some_day(dice: &mut Dice) -> Day {
    today().plus_days(dice.below(5) as i32 - 2)
}

fn some_name(dice: &mut Dice) -> String {
    format!("{} {}", dice.one_of(NAMES), dice.one_of(NAMES))
}

impl Forest {
    pub(crate) fn grown(dice: &mut Dice, size: usize) -> Forest {
        let now = NOW.parse().unwrap();
        let person = |dice: &mut Dice, place: usize| Employee {
            id: new_id(now),
            number: format!("{place}"),
            full_name: some_name(dice),
            job: (*dice.one_of(JOBS)).to_owned(),
            manager: None,
            site: (!dice.once_in(5)).then(|| (*dice.one_of(SITES)).to_owned()),
            country: None,
            unit: None,
            hired_on: today().plus_days(-(dice.below(5) as i32)),
            left_on: None,
        };
        let people: Vec<Employee> = (0..size).map(|place| person(dice, place)).collect();
        let managers = (0..size).map(|place| some_manager(dice, place)).collect();
        let stand_in = |dice: &mut Dice| StandIn {
            manager: dice.below(size),
            deputy: dice.below(size),
            from_on: some_day(dice),
            until_on: some_day(dice),
        };
        let stand_ins = (0..size / 2).map(|_| stand_in(dice)).collect();
        let mut forest = Forest { people, managers, stand_ins, viewers: Vec::new(), grants: Vec::new() };
        for place in 0..size + 3 {
            // The last three are nobody's: an account without a person.
            let (account, own): (AccountId, _) = (new_id(now), forest.people.get(place).map(|person| person.id));
            let mut held = Vec::new();
            while dice.once_in(4) {
                let access = *dice.one_of(&[Access::HrPartner, Access::HrPartner, Access::HrLead, Access::Auditor]);
                let site = (access == Access::HrPartner).then(|| (*dice.one_of(SITES)).to_owned());
                let until_on = (!dice.once_in(3)).then(|| some_day(dice));
                held.push(Grant { id: new_id(now), account, access, site, from_on: some_day(dice), until_on });
            }
            forest.grants.extend(held.clone());
            forest.viewers.push(Viewer::new(account, own, today(), held));
        }
        forest
    }

    /// Writes everyone as an import does, with grants and stand-ins past the store.
    pub(crate) async fn plant(&self, database: &Database) {
        self.save(database, &(0..self.people.len()).collect::<Vec<_>>()).await;
        let engine = database.place.engine;
        let mut raw = database.place.connect().await;
        if let Raw::Postgres(_) = raw {
            raw.run("SET session_replication_role = replica").await;
        }
        for grant in &self.grants {
            let text = |value: Option<String>| value.map_or("NULL".to_owned(), |value| format!("'{value}'"));
            raw.run(&format!(
                "INSERT INTO grants (id, account_id, access, site, from_on, until_on) VALUES ({}, {}, '{}', {}, '{}', {})",
                engine.id(grant.id.0),
                engine.id(grant.account.0),
                grant.access.code(),
                text(grant.site.clone()),
                grant.from_on,
                text(grant.until_on.map(|day| day.to_string())),
            ))
            .await;
        }
        for one in &self.stand_ins {
            raw.run(&format!(
                "INSERT INTO deputies (id, manager_id, deputy_id, from_on, until_on) VALUES ({}, {}, {}, '{}', '{}')",
                engine.id(uuid::Uuid::new_v4()),
                engine.id(self.people[one.manager].id.0),
                engine.id(self.people[one.deputy].id.0),
                one.from_on,
                one.until_on,
            ))
            .await;
        }
    }

    /// Some people get another manager, and some another name.
    pub(crate) async fn shake(&mut self, dice: &mut Dice, database: &Database) {
        let some: BTreeSet<usize> = (0..dice.below(6) + 1).map(|_| dice.below(self.people.len())).collect();
        for &place in &some {
            if dice.once_in(2) {
                self.people[place].full_name = some_name(dice);
            }
            self.managers[place] = some_manager(dice, place);
        }
        self.save(database, &some.into_iter().collect::<Vec<_>>()).await;
    }

    async fn save(&self, database: &Database, places: &[usize]) {
        let change: ChangeId = new_id(NOW.parse().unwrap());
        let people: Vec<Employee> = places.iter().map(|place| self.people[*place].clone()).collect();
        let manager =
            |place: &usize| (self.people[*place].id, self.managers[*place].map(|above| self.people[above].id));
        let managers: Vec<_> = places.iter().map(manager).collect();
        let ctx = system_at(NOW);
        let written = database.store.write(&ctx, async |tx| {
            let permit = authorize_system(Act::Import, Subject::Change(change));
            tx.employees().save(&permit, change, &people.iter().collect::<Vec<_>>()).await?;
            tx.employees().set_managers(&permit, change, &managers).await?;
            tx.record(Event::ImportUndone { change });
            Ok::<_, store::Error>(())
        });
        written.await.unwrap();
    }

    fn is_below(&self, place: usize, manager: usize) -> bool {
        let above = std::iter::successors(self.managers[place], |above| self.managers[*above]);
        above.into_iter().any(|above| above == manager)
    }

    /// The plain way: own record, reports at any distance, those of managers stood in for today, a partner's sites,
    /// and an HR lead's everyone.
    pub(crate) fn sees(&self, viewer: &Viewer, place: usize) -> bool {
        let person = &self.people[place];
        let own = self.people.iter().position(|person| Some(person.id) == viewer.employee);
        let is_on = |from_on: Day, until_on: Option<Day>| {
            from_on <= today() && until_on.is_none_or(|until_on| today() <= until_on)
        };
        let held = self.grants.iter().filter(|grant| grant.account == viewer.account);
        let by_grant = held.filter(|grant| is_on(grant.from_on, grant.until_on)).any(|grant| match grant.access {
            Access::HrLead => true,
            Access::HrPartner => grant.site.is_some() && grant.site == person.site,
            Access::Auditor | Access::Administrator => false,
        });
        let stood_in_for = self
            .stand_ins
            .iter()
            .filter(|one| Some(one.deputy) == own && is_on(one.from_on, Some(one.until_on)))
            .map(|one| one.manager);
        by_grant || own == Some(place) || own.into_iter().chain(stood_in_for).any(|above| self.is_below(place, above))
    }

    /// The direct reports of a viewer and of those whom they stand in for.
    pub(crate) fn team(&self, viewer: &Viewer) -> BTreeSet<EmployeeId> {
        let own = self.people.iter().position(|person| Some(person.id) == viewer.employee);
        let is_on = |one: &&StandIn| one.from_on <= today() && today() <= one.until_on;
        let for_others =
            self.stand_ins.iter().filter(|one| Some(one.deputy) == own).filter(is_on).map(|one| one.manager);
        let above: BTreeSet<usize> = own.into_iter().chain(for_others).collect();
        let reports =
            (0..self.people.len()).filter(|place| self.managers[*place].is_some_and(|one| above.contains(&one)));
        reports.map(|place| self.people[place].id).collect()
    }
}

fn some_manager(dice: &mut Dice, place: usize) -> Option<usize> {
    (place > 0 && !dice.once_in(8)).then(|| dice.below(place))
}
