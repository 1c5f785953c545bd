//! A feed comes in: what it says is compared with what is known, the differences are put aside by pieces, and become
//! true all at once. History is never overwritten; the same feed twice writes nothing.

mod difference;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use files::Person;
use model::{Change, ChangeId, Employee, EmployeeId, Event, FactKind, KnownFact, LadderId, Origin, Subject};
use policy::{Act, Context, Permit, authorize};
use rules::Ladder;
use sha2::{Digest, Sha256};
use store::{NewFact, Revised, Store, new_id};

use crate::kept::facts_of;
use crate::ladder::{in_force, propose_ladder, publish_in};
use crate::{Error, ladder_in_force};
use difference::{Difference, Known, difference};

/// How many people are compared, and put aside, at a time.
const PIECE: usize = 500;
/// How often a feed is compared anew because somebody wrote to one of its people meanwhile.
const TRIES: usize = 5;

const LADDER_MEANWHILE: &str = "a ladder was published meanwhile: run the import again";

/// How a feed is meant.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What it is called in the trail.
    pub name: String,
    /// The kinds of which it is the whole truth: rows gone from it end. Of the others, nothing ends for being missing.
    pub replace: BTreeSet<FactKind>,
    /// Only say what would change.
    pub dry_run: bool,
    /// Take it although it has more than 10 % fewer rows of a replaced kind than last time.
    pub accept_fewer: bool,
    /// The ladder that its codes are of, where that is not simply the one in force.
    pub ladder: Option<FeedLadder>,
}

/// The ladder that a feed was checked by. Where it is not the one in force, it is published with the import.
#[derive(Clone, Debug)]
pub struct FeedLadder {
    /// The ladder itself.
    pub checked_by: Ladder,
    /// The one that was in force at that time.
    pub in_force: LadderId,
}

/// What a feed came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The change that it became; none where it changed nothing, or was only tried.
    pub change: Option<ChangeId>,
    /// The SHA-256 of what it says, in hexadecimal.
    pub digest: String,
    /// People in it.
    pub people: u64,
    /// People not known before.
    pub new_people: u64,
    /// Rows in it, by kind.
    pub rows: BTreeMap<&'static str, u64>,
    /// Facts that it adds.
    pub added: u64,
    /// Facts that it corrects.
    pub corrected: u64,
    /// Facts that it ends.
    pub ended: u64,
    /// Facts that stand as they were corrected or decided here, against what it says.
    pub conflicts: u64,
}

impl Outcome {
    fn changes_nothing(&self) -> bool {
        self.added + self.corrected + self.ended == 0
    }

    fn counts(&self) -> serde_json::Value {
        serde_json::json!({
            "people": self.people, "new_people": self.new_people, "rows": self.rows, "added": self.added,
            "corrected": self.corrected, "ended": self.ended, "conflicts": self.conflicts,
        })
    }
}

/// Brings in a feed, whole or not at all. `people` is asked for again where the feed must be compared anew.
pub async fn import<P>(
    store: &Store,
    ctx: &Context,
    options: &Options,
    people: impl Fn() -> Result<P, Error>,
) -> Result<Outcome, Error>
where
    P: Iterator<Item = std::io::Result<Person>>,
{
    let before = ladder_in_force(store, ctx).await?;
    let ladder = options.ladder.as_ref().map_or(&*before.ladder, |feed| &feed.checked_by);
    if options.ladder.as_ref().is_some_and(|feed| feed.in_force != before.id) {
        return Err(Error::Refused(LADDER_MEANWHILE.to_owned()));
    }
    let publishes = *ladder != *before.ladder;
    if publishes {
        let refusals = propose_ladder(store, ctx, ladder.clone()).await?.refusals;
        if !refusals.is_empty() {
            return Err(Error::Refused(format!(
                "the ladder it comes with cannot be published: {}",
                refusals.join("; ")
            )));
        }
    }
    for _ in 0..TRIES {
        let feed = Feed { store, ctx, options, ladder, in_force: before.id, publishes, change: new_id(ctx.now) };
        if let Some(outcome) = feed.take(people()?).await? {
            return Ok(outcome);
        }
    }
    Err(Error::Refused("others keep writing to the people of this import: run it again when they are done".to_owned()))
}

/// One attempt at a feed.
struct Feed<'a> {
    store: &'a Store,
    ctx: &'a Context,
    options: &'a Options,
    ladder: &'a Ladder,
    in_force: LadderId,
    /// Whether the ladder goes in with it.
    publishes: bool,
    change: ChangeId,
}

/// What is gathered while a feed is compared; some 200 bytes a person.
#[derive(Default)]
struct Gathered {
    outcome: Outcome,
    digest: Sha256,
    begun: bool,
    /// Everyone in it by number.
    ids: HashMap<String, EmployeeId>,
    /// Those whose row for lists changes.
    saved: Vec<Employee>,
    /// Manager's number by person.
    managers: Vec<(EmployeeId, Option<EmployeeId>, Option<String>)>,
    touched: BTreeSet<EmployeeId>,
}

impl Feed<'_> {
    /// `None` where somebody wrote to one of its people meanwhile.
    async fn take<P>(&self, mut people: P) -> Result<Option<Outcome>, Error>
    where
        P: Iterator<Item = std::io::Result<Person>>,
    {
        let permit = self.permit()?;
        let mut gathered = Gathered::default();
        loop {
            let piece: Vec<Person> = people.by_ref().take(PIECE).collect::<Result<_, _>>()?;
            if piece.is_empty() {
                break;
            }
            self.compare(&permit, piece, &mut gathered).await?;
        }
        gathered.outcome.digest = hexadecimal(&gathered.digest.clone().finalize());
        self.hold_if_fewer(&gathered.outcome).await?;
        if self.options.dry_run || gathered.outcome.changes_nothing() && !self.publishes {
            return Ok(Some(gathered.outcome));
        }
        let applied = self.apply(&gathered).await?;
        gathered.outcome.change = (!gathered.outcome.changes_nothing()).then_some(self.change);
        Ok(applied.then_some(gathered.outcome))
    }

    fn permit(&self) -> Result<Permit, Error> {
        Ok(authorize(&self.ctx.actor, Act::Import, Subject::Change(self.change), None)?)
    }

    /// Compares some people with what is known of them, and puts the differences aside.
    async fn compare(&self, permit: &Permit, piece: Vec<Person>, gathered: &mut Gathered) -> Result<(), Error> {
        let known = self.known(permit, &piece).await?;
        let mut piece_difference = Difference::default();
        for person in piece {
            let number = person.employee.employee_number.as_str();
            let facts = facts_of(&person, self.ladder)?;
            for fact in &facts {
                *gathered.outcome.rows.entry(fact.kind.code()).or_default() += 1;
                gathered.digest.update(serde_json::json!([number, fact.kind.code(), fact.key, fact.body]).to_string());
            }
            let of_person = known.get(number);
            let id = of_person.map_or_else(|| new_id(self.ctx.now), |known| known.revised.employee.id);
            gathered.outcome.people += 1;
            gathered.outcome.new_people += u64::from(of_person.is_none());
            let found = difference(id, facts, of_person, &self.options.replace, self.ctx);
            if !found.is_empty() {
                gathered.touched.insert(id);
            }
            self.gather(gathered, id, &person, of_person.map(|known| &known.revised));
            piece_difference.extend(found);
        }
        gathered.outcome.added += piece_difference.added;
        gathered.outcome.corrected += piece_difference.corrected;
        gathered.outcome.ended += piece_difference.ended;
        gathered.outcome.conflicts += piece_difference.conflicts;
        if !self.options.dry_run && !piece_difference.is_empty() {
            self.put_aside(permit, &piece_difference, gathered).await?;
        }
        Ok(())
    }

    /// What is known of some people, by number.
    async fn known(&self, permit: &Permit, piece: &[Person]) -> Result<HashMap<String, Known>, Error> {
        let numbers: Vec<&str> = piece.iter().map(|person| person.employee.employee_number.as_str()).collect();
        let numbers = &numbers;
        self.store
            .read(self.ctx, async |tx| {
                let revised = tx.employees().by_numbers(permit, numbers).await?;
                let ids: Vec<EmployeeId> = revised.iter().map(|one| one.employee.id).collect();
                let mut facts: HashMap<EmployeeId, Vec<(Origin, KnownFact)>> = HashMap::new();
                for (id, origin, fact) in tx.facts().current_of(permit, &ids).await? {
                    facts.entry(id).or_default().push((origin, fact));
                }
                let with_facts = |revised: Revised| {
                    let facts = facts.remove(&revised.employee.id).unwrap_or_default();
                    (revised.employee.number.clone(), Known { revised, facts })
                };
                Ok(revised.into_iter().map(with_facts).collect())
            })
            .await
    }

    /// Notes what lists need of a person.
    fn gather(&self, gathered: &mut Gathered, id: EmployeeId, person: &Person, known: Option<&Revised>) {
        let row = &person.employee;
        let text = |value: &Option<compact_str::CompactString>| value.as_ref().map(ToString::to_string);
        let employee = Employee {
            id,
            number: row.employee_number.to_string(),
            full_name: row.full_name.clone(),
            job: self.ladder.catalogue.job(row.job).code.to_string(),
            manager: known.and_then(|known| known.employee.manager),
            site: text(&row.place.site),
            country: text(&row.place.country),
            unit: text(&row.place.unit),
            hired_on: row.hired_on,
            left_on: row.left_on,
        };
        gathered.ids.insert(employee.number.clone(), id);
        gathered.managers.push((id, employee.manager, text(&row.manager_number)));
        if known.is_none_or(|known| known.employee != employee) || gathered.touched.contains(&id) {
            gathered.saved.push(employee);
        }
    }

    async fn put_aside(&self, permit: &Permit, found: &Difference, gathered: &mut Gathered) -> Result<(), Error> {
        let opens = !gathered.begun;
        self.store
            .prepare(self.ctx, async |preparation| {
                if opens {
                    preparation.changes().begin(permit, &self.opened()).await?;
                }
                let facts: &[NewFact] = &found.insert;
                preparation.facts().insert(permit, self.change, facts).await?;
                preparation.facts().supersede(permit, self.change, &found.supersede).await?;
                Ok::<(), Error>(())
            })
            .await?;
        gathered.begun = true;
        Ok(())
    }

    fn opened(&self) -> Change {
        Change {
            id: self.change,
            origin: Origin::Import,
            recorded_by: self.ctx.actor.account(),
            recorded_at: self.ctx.now,
            reason: Some(self.options.name.clone()),
            digest: None,
            counts: None,
        }
    }

    /// Makes it all true at once; not where somebody wrote to one of its people since it was begun.
    async fn apply(&self, gathered: &Gathered) -> Result<bool, Error> {
        let outcome = &gathered.outcome;
        let manager = |number: &Option<String>| number.as_ref().and_then(|number| gathered.ids.get(number).copied());
        let managers: Vec<(EmployeeId, Option<EmployeeId>)> = gathered
            .managers
            .iter()
            .map(|(id, before, number)| (*id, *before, manager(number)))
            .filter(|(_, before, after)| before != after)
            .map(|(id, _, after)| (id, after))
            .collect();
        self.store
            .write(self.ctx, async |tx| {
                let permit = self.permit()?;
                if in_force(tx).await?.id != self.in_force {
                    return Err(Error::Refused(LADDER_MEANWHILE.to_owned()));
                }
                if self.publishes {
                    publish_in(tx, self.ctx, self.in_force, self.ladder).await?;
                }
                if outcome.changes_nothing() {
                    return Ok(true);
                }
                let others = tx.facts().touched_since(&permit, self.ctx.now, self.change).await?;
                if others.iter().any(|id| gathered.touched.contains(id)) {
                    return Err(Error::Refused("somebody wrote to one of its people meanwhile".to_owned()));
                }
                tx.employees().save(&permit, self.change, &gathered.saved).await?;
                tx.employees().set_managers(&permit, self.change, &managers).await?;
                let counts = outcome.counts();
                tx.changes().apply(permit, self.change, self.ctx.now, &counts.to_string()).await?;
                tx.record(Event::ImportApplied {
                    change: self.change,
                    name: self.options.name.clone(),
                    digest: outcome.digest.clone(),
                    counts,
                });
                Ok(true)
            })
            .await
    }

    /// A feed that is the whole truth and has more than 10 % fewer rows than last time is held for a person.
    async fn hold_if_fewer(&self, outcome: &Outcome) -> Result<(), Error> {
        if self.options.accept_fewer || self.options.replace.is_empty() {
            return Ok(());
        }
        let latest = self.store.read(self.ctx, async |tx| Ok::<_, Error>(tx.changes().latest_import().await?)).await?;
        let counts = latest.and_then(|change| change.counts).unwrap_or_default();
        let before: serde_json::Value = serde_json::from_str(&counts).unwrap_or_default();
        for kind in &self.options.replace {
            let rows = outcome.rows.get(kind.code()).copied().unwrap_or(0);
            let last = before["rows"][kind.code()].as_u64().unwrap_or(0);
            if rows * 10 < last * 9 {
                return Err(Error::Refused(format!(
                    "{kind} has {rows} rows where the last import had {last}: more than 10 % fewer; \
                     look at it, and accept it if it is right"
                )));
            }
        }
        Ok(())
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
