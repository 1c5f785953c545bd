//! Stored assessments stay true, whatever is written and however many days pass.

use std::collections::BTreeMap;

use files::Person;
use model::{Access, Event, Fact, FactKind, Grant, Subject};
use operations::import::{Options, import};
use operations::{
    Correction, Error, Obstacle, assessments_of_person, audit_entries, bring_up_to_date, check_sample, correct_fact,
    export, ladder_in_force, people_to_update, propose_ladder, publish_ladder,
};
use policy::{Act, Actor, Context, Viewer, authorize_system};
use rules::{Day, Engine as Rules, Ladder, Rule, State, Status};
use store::{Settings, Store, StoredAssessment, new_id};

use crate::database::{Database, Engine, on_each_engine, system_on};
use crate::dice::Dice;
use crate::import::{people, take};

on_each_engine! {
    what_is_stored_is_what_recomputing_everything_gives_after_any_writes_and_days,
    a_sample_finds_what_is_stored_otherwise,
    any_number_of_servers_sweep_a_day_once,
}

/// How many writes and days a test goes through.
const STEPS: usize = 30;
/// How many people a company has.
const PEOPLE: u64 = 12;

/// A company that goes through its days.
struct Company<'d> {
    database: &'d Database,
    dice: Dice,
    today: Day,
    step: i64,
    publications: usize,
    corrections: usize,
}

impl Company<'_> {
    /// Each step has an instant of its own.
    fn ctx(&self) -> Context {
        let ctx = system_on(&self.today.to_string());
        Context { now: ctx.now + jiff::SignedDuration::from_secs(self.step), ..ctx }
    }

    async fn step(&mut self) {
        self.step += 1;
        match self.dice.below(7) {
            0 | 1 => self.import().await,
            2 => self.publish().await,
            3 | 4 => self.correct().await,
            5 => self.today = self.today.next(),
            _ => self.today = self.today.plus_days(self.dice.below(45) as i32),
        }
    }

    /// Some people as they are by now, or as somebody else: a feed that is the whole truth about them.
    async fn import(&mut self) {
        let (seed, ctx) = (self.dice.below(3) as u64, self.ctx());
        let since = self.today.plus_days(-(self.dice.below(60) as i32));
        let ladder = ladder_in_force(&self.database.store, &ctx).await.unwrap().ladder;
        let mut some: Vec<Person> = demo::generate(PEOPLE, seed, since, &ladder).collect();
        some.retain(|_| self.dice.once_in(2));
        // A manager who is not in the feed is not known to it.
        some.iter_mut().for_each(|person| person.employee.manager_number = None);
        let replace = model::FactKind::ALL.iter().copied().collect();
        let options = Options { name: "some".to_owned(), replace, accept_fewer: true, ..Options::default() };
        import(&self.database.store, &ctx, &options, || Ok(some.iter().cloned().map(Ok))).await.unwrap();
    }

    /// HR says that a month's value or a rating of somebody was another.
    async fn correct(&mut self) {
        let (store, ctx) = (&self.database.store, hr_lead(&self.ctx()));
        let permit = authorize_system(Act::Assess, Subject::Company);
        let known = store.read(&ctx, async |tx| {
            let people = tx.employees().after(&permit, "", 200).await?;
            let ids: Vec<_> = people.iter().map(|one| one.employee.id).collect();
            Ok::<_, store::Error>((people, tx.facts().current_of(&permit, &ids).await?))
        });
        let (people, mut known) = known.await.unwrap();
        known.retain(|(_, _, known)| matches!(known.fact.kind, FactKind::Metric | FactKind::Review));
        if known.is_empty() {
            return;
        }
        let (id, _, wrong) = self.dice.one_of(&known).clone();
        let Fact { kind, key, mut body } = wrong.fact;
        let (column, value) = match kind {
            FactKind::Review => ("rating", self.dice.below(5) + 1),
            _ => ("value", self.dice.below(100)),
        };
        body.insert(column.to_owned(), value.to_string());
        let number = people.into_iter().find(|one| one.employee.id == id).unwrap().employee.number;
        let correction = Correction { number, kind, key, body, reason: "it was wrong".to_owned() };
        match correct_fact(store, &ctx, &correction).await {
            Ok(_) => self.corrections += 1,
            Err(Error::Refused(same)) => assert_eq!(same, Obstacle::KnownAlready),
            Err(error) => panic!("{correction:?}: {error}"),
        }
    }

    /// Some track asks something else of time, from today on or later.
    async fn publish(&mut self) {
        let (store, ctx) = (&self.database.store, self.ctx());
        let mut ladder = Ladder::clone(&ladder_in_force(store, &ctx).await.unwrap().ladder);
        let code = self.dice.one_of(&ladder.tracks).code.clone();
        let track = ladder.tracks.iter_mut().find(|track| track.code == code).unwrap();
        let mut version = track.versions.last().unwrap().clone();
        version.effective_from = self.today.plus_days(self.dice.below(40) as i32);
        let months = self.dice.below(30) as u32 + 1;
        for criterion in &mut version.criteria {
            if let Rule::TimeInJob { months: asked, .. } | Rule::Tenure { months: asked, .. } = &mut criterion.rule {
                *asked = months;
            }
        }
        if track.versions.iter().any(|one| one.effective_from == version.effective_from) {
            return;
        }
        track.versions.push(version);
        track.versions.sort_by_key(|version| version.effective_from);
        let proposal = propose_ladder(store, &ctx, ladder).await.unwrap();
        assert_eq!(proposal.refusals, Vec::<String>::new());
        publish_ladder(store, &ctx, &proposal).await.unwrap();
        self.publications += 1;
    }

    /// Everything recomputed from what is known, by number and track.
    async fn recomputed(&self) -> BTreeMap<(String, String), StoredAssessment> {
        let ctx = self.ctx();
        let ladder = ladder_in_force(&self.database.store, &ctx).await.unwrap().ladder;
        let rules = Rules::new(&ladder);
        let mut all = BTreeMap::new();
        let each = |person: &Person| {
            let (facts, number) = (person.facts(), person.employee.employee_number.to_string());
            for id in ladder.track_ids() {
                let Some(whole) = rules.explain(&facts, id, self.today) else { continue };
                if whole.decision.status != Status::NotApplicable {
                    let track = ladder.track(id).code.to_string();
                    let stored = StoredAssessment {
                        track: track.clone(),
                        as_of: self.today,
                        criteria_effective_from: whole.criteria_effective_from,
                        decision: whole.decision,
                        states: whole.findings.iter().map(|finding| finding.state).collect(),
                    };
                    all.insert((number.clone(), track), stored);
                }
            }
            Ok(())
        };
        export(&self.database.store, &ctx, &ladder, each).await.unwrap();
        all
    }

    /// Everything stored, as an HR lead reads it today.
    async fn stored(&self) -> BTreeMap<(String, String), StoredAssessment> {
        let (store, ctx) = (&self.database.store, hr_lead(&self.ctx()));
        let page = operations::list_people(store, &ctx, &operations::Search::default(), None, 200).await.unwrap();
        let mut all = BTreeMap::new();
        for (person, stored) in page.people {
            assert_eq!(assessments_of_person(store, &ctx, &person.number).await.unwrap(), stored);
            for one in stored {
                all.insert((person.number.clone(), one.track.clone()), one);
            }
        }
        all
    }
}

pub(crate) fn hr_lead(ctx: &Context) -> Context {
    let account = new_id(ctx.now);
    let grant =
        Grant { id: new_id(ctx.now), account, access: Access::HrLead, site: None, from_on: ctx.today, until_on: None };
    Context { actor: Actor::Person(Viewer::new(account, None, ctx.today, vec![grant])), ..ctx.clone() }
}

async fn what_is_stored_is_what_recomputing_everything_gives_after_any_writes_and_days(engine: Engine) {
    let database = Database::new(engine).await;
    let today = "2026-11-22".parse().unwrap();
    let mut company =
        Company { database: &database, dice: Dice::new(), today, step: 0, publications: 0, corrections: 0 };
    company.import().await;
    company.correct().await;
    let mut compared = 0;
    for _ in 0..STEPS {
        company.step().await;
        let ctx = company.ctx();
        bring_up_to_date(&database.store, &ctx).await.unwrap();
        assert_eq!(people_to_update(&database.store, &ctx).await.unwrap(), 0);
        let (stored, recomputed) = (company.stored().await, company.recomputed().await);
        assert_eq!(stored, recomputed, "on {}", company.today);
        compared += stored.len();
        assert_eq!(check_sample(&database.store, &ctx, 1000).await.unwrap().1, vec![]);
    }
    assert!(compared > STEPS && company.corrections > 0, "there was something to compare, and something corrected");
}

async fn a_sample_finds_what_is_stored_otherwise(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, ctx) = (&database.store, system_on("2026-11-22"));
    let people = people();
    take(&database, &people).await;
    assert_eq!(check_sample(store, &ctx, 1000).await.unwrap(), (0, vec![]), "nobody is up to date yet");
    bring_up_to_date(store, &ctx).await.unwrap();
    assert_eq!(check_sample(store, &ctx, 1000).await.unwrap(), (people.len() as u64, vec![]));
    let some = check_sample(store, &ctx, 10).await.unwrap().0;
    assert!((10..20).contains(&some), "{some} of {}", people.len());
    let lead = hr_lead(&ctx);
    let csr =
        people.iter().find(|person| person.employee.left_on.is_none() && person.employee.manager_number.is_some());
    let number = csr.unwrap().employee.employee_number.as_str();
    let person = operations::find_person(store, &lead, number).await.unwrap();
    let mut stored = assessments_of_person(store, &lead, number).await.unwrap();
    let right = stored[0].clone();
    assert!(!right.states.is_empty());
    stored[0].states[0] = if right.states[0] == State::Met { State::Unmet } else { State::Met };
    let permit = authorize_system(Act::Assess, Subject::Company);
    let tampered = store.write(&ctx, async |tx| {
        tx.assessments().save(&permit, &[(person.id, stored.clone())]).await?;
        tx.record(Event::DaySwept { day: ctx.today.to_string() });
        Ok::<_, store::Error>(())
    });
    tampered.await.unwrap();
    let (_, found) = check_sample(store, &ctx, 1000).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].employee_number.as_str(), &found[0].recomputed), (number, &Some(right)));
}

async fn any_number_of_servers_sweep_a_day_once(engine: Engine) {
    let database = Database::new(engine).await;
    let people = people();
    take(&database, &people).await;
    let ctx = system_on("2027-03-01");
    let mut servers = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let (address, ctx) = (database.address.clone(), ctx.clone());
        let runtime = tokio::runtime::Handle::current();
        let server = async move || {
            let store = Store::open(&address, Settings::default()).await.unwrap();
            let mut assessed = 0;
            // As a server's clock does: again a little later.
            while people_to_update(&store, &ctx).await.unwrap() > 0 {
                assessed += bring_up_to_date(&store, &ctx).await.unwrap();
                tokio::task::yield_now().await;
            }
            assessed + bring_up_to_date(&store, &ctx).await.unwrap()
        };
        servers.spawn_blocking(move || runtime.block_on(server()));
    }
    let assessed: u64 = servers.join_all().await.into_iter().sum();
    assert_eq!(assessed, people.len() as u64, "everyone once");
    bring_up_to_date(&database.store, &ctx).await.unwrap();
    let entries = audit_entries(&database.store, &ctx, None, 100).await.unwrap();
    assert_eq!(entries.iter().filter(|entry| entry.act == "day_swept").count(), 1);
    let swept = database.store.read(&ctx, async |tx| tx.company().get().await).await.unwrap().swept_on;
    assert_eq!(swept, Some(ctx.today));
}
