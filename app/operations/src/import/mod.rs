//! A feed comes in: what it says is compared with what is known, the differences are put aside by pieces, and become
//! true all at once. History is never overwritten; the same feed twice writes nothing.
//!
//! Until it is applied, what an import put aside counts for nothing and disturbs nobody: two may be under way at once.
//! Who applies second finds that the revisions of its people are not those it compared with, and compares anew.

mod ahead;
mod apply;
mod compare;
mod difference;
mod history;
mod leftovers;
mod listed;
mod mappings;
mod outcome;
mod run;
mod undo;
mod uploads;
mod verdict;
mod workforce;

use std::collections::HashMap;

use files::Person;
use model::{Change, ChangeId, Employee, EmployeeId, FactKind, Instant, LadderId, Origin, Subject};
use policy::{Act, Context, Permit, authorize};
use rules::Ladder;
use sha2::{Digest, Sha256};
use store::{Ids, Store, new_id};

use crate::ladder::propose_ladder;
use crate::{Error, Obstacle, ladder_in_force};
use ahead::Ahead;
use difference::Difference;

pub use files::{Becomes, Preview, PreviewColumn, Problem};
pub use listed::{ImportCounts, find_import, list_imports, what_rests_on};
pub use mappings::{find_mapping, list_mappings, preview_upload, save_mapping};
pub use outcome::{Clock, FeedLadder, Fewer, Line, Options, Outcome, What};
pub use run::{Accepts, Run, begin_apply, begin_check, is_alive};
pub use store::ListedImport;
pub use undo::{imports, undo};
pub use uploads::{
    Arrival, MOST_BYTES, Meant, NotMeant, Room, UPLOAD_LASTS, discard_upload, find_upload, list_uploads, map_upload,
    refused_rows, told_lines,
};
pub use verdict::{FewerRows, KindCount, Note, RefusedRow, Section, TellLine, Verdict, Why};
pub use workforce::{NotOpened, Told, Workforce, open_bundle, open_export, open_feed, own_ladder};

/// How many people are compared at a time, while what was found of those before is written.
const PIECE: usize = 100;
/// How many facts are put aside in one transaction: others get their turn in between.
pub const MOST_FACTS: usize = 5_000;
/// After so many people the engine looks at its tables anew.
const MANY: usize = 1_000;
/// How often a feed is compared anew because somebody wrote to one of its people meanwhile.
const TRIES: usize = 5;

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
        return Err(Obstacle::LadderBeforeImport.into());
    }
    let publishes = *ladder != *before.ladder;
    if publishes {
        let refusals = propose_ladder(store, ctx, ladder.clone()).await?.refusals;
        if !refusals.is_empty() {
            return Err(Obstacle::Ladder(format!(
                "the ladder it comes with cannot be published: {}",
                refusals.join("; ")
            ))
            .into());
        }
    }
    if !options.dry_run {
        leftovers::drop_abandoned(store, ctx, now(options, ctx)).await?;
    }
    for _ in 0..TRIES {
        let (change, ids) = (new_id(ctx.now), Ids::at(ctx.now));
        let feed = Feed { store, ctx, options, ladder, in_force: before.id, publishes, change, ids };
        let taken = feed.take(people()?).await;
        let became_true = matches!(&taken, Ok(Some(outcome)) if outcome.change.is_some());
        if !became_true && !options.dry_run {
            leftovers::drop_change(store, ctx, feed.change).await?;
        }
        if let Some(outcome) = taken? {
            return Ok(outcome);
        }
    }
    Err(Obstacle::OthersWrite.into())
}

fn now(options: &Options, ctx: &Context) -> Instant {
    options.clock.as_ref().map_or(ctx.now, Clock::now)
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
    /// Those of people who are new, and of facts.
    ids: Ids,
}

/// What is gathered while a feed is compared; some 200 bytes a person.
#[derive(Default)]
struct Gathered {
    outcome: Outcome,
    digest: Sha256,
    /// Everyone in it by number.
    ids: HashMap<String, EmployeeId>,
    /// The people to be written, as lists need them, and the number of each one's manager.
    saved: Vec<(Employee, Option<String>)>,
    /// The revisions that those who were known had when they were compared.
    revisions: HashMap<EmployeeId, i64>,
    /// What is still to be put aside.
    found: Difference,
    ahead: Option<Ahead>,
}

impl Feed<'_> {
    /// `None` where somebody wrote to one of its people meanwhile.
    async fn take<P>(&self, mut people: P) -> Result<Option<Outcome>, Error>
    where
        P: Iterator<Item = std::io::Result<Person>>,
    {
        let permit = self.permit()?;
        let (mut gathered, mut begun) = (Gathered::default(), false);
        loop {
            let piece: Vec<Person> = people.by_ref().take(PIECE).collect::<Result<_, _>>()?;
            if piece.is_empty() {
                break;
            }
            let found = std::mem::take(&mut gathered.found);
            let aside = self.put_aside(&permit, found, &mut begun);
            tokio::try_join!(aside, self.compare(&permit, piece, &mut gathered))?;
        }
        let mut after = (!self.options.replace.is_empty()).then(String::new);
        while let Some(last) = after {
            let found = std::mem::take(&mut gathered.found);
            let aside = self.put_aside(&permit, found, &mut begun);
            after = tokio::try_join!(aside, self.compare_missing(&permit, &last, &mut gathered))?.1;
        }
        gathered.outcome.digest = hexadecimal(&gathered.digest.clone().finalize());
        gathered.outcome.fewer = self.fewer(&permit, &gathered.outcome).await?;
        self.hold_if_fewer(&gathered.outcome)?;
        if self.options.dry_run || gathered.outcome.changes_nothing() && !self.publishes {
            return Ok(Some(gathered.outcome));
        }
        let found = std::mem::take(&mut gathered.found);
        self.put_aside(&permit, found, &mut begun).await?;
        self.put_new_people_aside(&permit, &mut gathered).await?;
        if gathered.saved.len() >= MANY {
            self.store.look_at_tables().await?;
        }
        self.apply(gathered).await
    }

    fn permit(&self) -> Result<Permit, Error> {
        Ok(authorize(&self.ctx.actor, Act::Import, Subject::Change(self.change), None)?)
    }

    /// Records differences, which count for nothing yet; the first open the change.
    async fn put_aside(&self, permit: &Permit, mut found: Difference, begun: &mut bool) -> Result<(), Error> {
        while !found.is_empty() {
            let some = found.take_some(MOST_FACTS);
            self.put_some_aside(permit, &some, !*begun).await?;
            *begun = true;
        }
        Ok(())
    }

    async fn put_some_aside(&self, permit: &Permit, some: &Difference, opens: bool) -> Result<(), Error> {
        let at = now(self.options, self.ctx);
        let written = self.store.prepare(self.ctx, async |preparation| {
            if opens {
                preparation.changes().begin(permit, &self.opened()).await?;
            }
            let is_there = preparation.changes().renew(permit, self.change, at).await?;
            if is_there {
                preparation.facts().insert(permit, self.change, &some.insert).await?;
                preparation.facts().supersede(permit, self.change, &some.supersede).await?;
                preparation.conflicts().insert(permit, self.change, &some.conflicts).await?;
            }
            Ok::<_, Error>(is_there)
        });
        if written.await? { Ok(()) } else { Err(Obstacle::TakenForDead.into()) }
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

    /// A feed that is the whole truth and has more than 10 % fewer rows than last time is held for a person.
    fn hold_if_fewer(&self, outcome: &Outcome) -> Result<(), Error> {
        match outcome.fewer.first() {
            Some(&Fewer { kind, rows, last }) if !self.options.accept_fewer => {
                Err(Obstacle::Fewer { kind, rows, last }.into())
            }
            Some(_) | None => Ok(()),
        }
    }

    /// The replaced kinds of which it has more than 10 % fewer rows than last time.
    async fn fewer(&self, permit: &Permit, outcome: &Outcome) -> Result<Vec<Fewer>, Error> {
        let mut fewer = Vec::new();
        for kind in &self.options.replace {
            let rows = outcome.rows.get(kind.code()).copied().unwrap_or(0);
            let last = self.rows_last_time(permit, *kind).await?;
            if rows * 10 < last * 9 {
                fewer.push(Fewer { kind: *kind, rows, last });
            }
        }
        Ok(fewer)
    }

    /// How many rows of a kind came last time: in the last import that was the whole truth of it, else the most that
    /// any had since the first.
    async fn rows_last_time(&self, permit: &Permit, kind: FactKind) -> Result<u64, Error> {
        let (mut before, mut most) = (None, 0);
        loop {
            let imports =
                self.store.read(self.ctx, async |tx| Ok::<_, Error>(tx.changes().imports(permit, before, 100).await?));
            let imports = imports.await?;
            let Some(last) = imports.last() else { return Ok(most) };
            before = Some((last.recorded_at, last.id));
            for import in imports {
                let counts: serde_json::Value =
                    serde_json::from_str(&import.counts.unwrap_or_default()).unwrap_or_default();
                let rows = counts["rows"][kind.code()].as_u64().unwrap_or(0);
                let replaced = counts["replaced"].as_array();
                if replaced.is_some_and(|kinds| kinds.iter().any(|replaced| replaced == kind.code())) {
                    return Ok(rows);
                }
                most = most.max(rows);
            }
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
