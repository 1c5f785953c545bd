//! Verifying: the chain is walked in pages from its beginning, and the first break is named.
//!
//! What no walk can find, because whoever can write to the tables can also calculate: entries and seals cut off at the
//! end or made anew *together with* the head, and an entry taken away before it was sealed. The first is found by a
//! head that was noted elsewhere (`noted`); against the second, sealing runs every second.

use model::chain::{BEGINNING, Hash, link};
use model::{Break, EntryId, Seal, Tampering, Verification};
use policy::Permit;
use uuid::Uuid;

use super::row::{HeadRow, Sealed, SealedRow, Stands};
use super::{Audit, covers, seal};
use crate::error::Error;
use crate::statement::{run, statement};

/// How many rows are in memory at a time.
const PAGE: i64 = 1000;
/// As far as entries that were dropped, with what follows numbered anew, are told from one that was changed.
const GAP: i64 = 1000;

impl Audit<'_> {
    /// Walks the whole trail. `noted` is a head that somebody kept elsewhere: the chain must still hold it.
    pub async fn verify(&mut self, permit: &Permit, noted: Option<Seal>) -> Result<Verification, Error> {
        covers(permit)?;
        let mut walk = Walk { last: Seal { sequence: 0, hash: BEGINNING }, before: None, noted };
        let mut broken = self.walk(&mut walk).await?;
        if broken.is_none() {
            broken = self.against_head(&walk).await?;
        }
        if broken.is_none() {
            broken = self.unaccounted().await?;
        }
        let (unsealed,) = run!(self.0, one(i64,), statement!("audit/count_unsealed"))?;
        Ok(Verification { head: walk.last, unsealed: unsealed.unsigned_abs(), broken })
    }

    async fn walk(&mut self, walk: &mut Walk) -> Result<Option<Break>, Error> {
        loop {
            let page = self.page(walk.last.sequence).await?;
            if page.is_empty() {
                return Ok(None);
            }
            for sealed in page {
                match walk.step(&sealed) {
                    Step::Holds => {}
                    Step::Broken(found) => return Ok(Some(found)),
                    Step::DoesNotFollow => return self.diagnose(walk, &sealed).await.map(Some),
                }
            }
        }
    }

    async fn page(&mut self, after: i64) -> Result<Vec<Sealed>, Error> {
        let rows = run!(self.0, all SealedRow, statement!("audit/sealed"), after, PAGE)?;
        Ok(rows.into_iter().map(SealedRow::read).collect())
    }

    /// What makes the hash at this place wrong: looks at what stands there, before it and after it.
    async fn diagnose(&mut self, walk: &Walk, at: &Sealed) -> Result<Break, Error> {
        let found = |tampering| Break { tampering, sequence: Some(at.sequence), entry: at.entry_id };
        if let Some((hash, last)) = &walk.before
            && at.follows(hash, walk.last.sequence)
        {
            // It follows what stood before the last one: that one was put in between, with a hash that was right.
            let sequence = Some(walk.last.sequence);
            return Ok(Break { tampering: Tampering::Inserted, sequence, entry: *last });
        }
        let (mut last, mut dropped) = (Some((at.sequence, at.hash)), false);
        while let Some((after, _)) = last {
            let page = self.page(after).await?;
            last = last.filter(|_| !page.is_empty());
            for later in &page {
                if later.makes(&walk.last.hash, at.sequence) == at.hash {
                    return Ok(found(Tampering::Reordered));
                }
                if later.follows(&walk.last.hash, at.sequence) {
                    let changed_places = later.hash.is_some_and(|hash| at.follows(&hash, at.sequence + 1))
                        || last.and_then(|(_, hash)| hash).is_some_and(|hash| at.follows(&hash, later.sequence));
                    return Ok(found(if changed_places { Tampering::Reordered } else { Tampering::Inserted }));
                }
                if later.sequence == at.sequence + 1
                    && let Some(hash) = at.hash
                {
                    dropped = (1..=GAP).any(|gap| later.follows(&hash, later.sequence + gap));
                }
                last = Some((later.sequence, later.hash));
            }
        }
        Ok(found(if dropped { Tampering::Dropped } else { Tampering::Changed }))
    }

    /// Whether the chain ends where its head says, and reaches what was noted.
    async fn against_head(&mut self, walk: &Walk) -> Result<Option<Break>, Error> {
        let last = walk.last;
        let head = run!(self.0, optional HeadRow, statement!("audit/head"))?.and_then(|row| row.seal());
        let head = head.unwrap_or(Seal { sequence: 0, hash: BEGINNING });
        let at = |tampering, sequence, entry| Some(Break { tampering, sequence: Some(sequence), entry });
        Ok(match walk.noted {
            Some(noted) if noted.sequence > last.sequence => at(Tampering::Truncated, last.sequence + 1, None),
            _ if head.sequence > last.sequence => at(Tampering::Truncated, last.sequence + 1, None),
            _ if head.sequence < last.sequence => {
                let beyond = self.page(head.sequence).await?;
                at(Tampering::Inserted, head.sequence + 1, beyond.first().and_then(|sealed| sealed.entry_id))
            }
            _ if head.hash != last.hash => at(Tampering::Rewritten, last.sequence, None),
            _ => None,
        })
    }

    /// Entries that are neither sealed nor waiting to be, and such as wait and are not there.
    async fn unaccounted(&mut self) -> Result<Option<Break>, Error> {
        let mut after = Uuid::nil();
        loop {
            let page = run!(self.0, all(Uuid, Option<Uuid>), statement!("audit/accounted"), after, PAGE)?;
            let Some((last, _)) = page.last() else { break };
            after = *last;
            if let Some((stray, _)) = page.iter().find(|(_, accounted)| accounted.is_none()) {
                let entry = Some(EntryId(*stray));
                return Ok(Some(Break { tampering: Tampering::Inserted, sequence: None, entry }));
            }
        }
        let lost = seal::lost(self.0).await?;
        Ok(lost.map(|id| Break { tampering: Tampering::Dropped, sequence: None, entry: Some(EntryId(id)) }))
    }
}

/// How far the walk has come.
struct Walk {
    /// The last link that holds.
    last: Seal,
    /// The hash before that one, and its entry.
    before: Option<(Hash, Option<EntryId>)>,
    noted: Option<Seal>,
}

enum Step {
    Holds,
    Broken(Break),
    DoesNotFollow,
}

impl Walk {
    fn step(&mut self, sealed: &Sealed) -> Step {
        let sequence = self.last.sequence + 1;
        let broken = |tampering, entry| Step::Broken(Break { tampering, sequence: Some(sequence), entry });
        if sealed.sequence > sequence {
            return broken(Tampering::Dropped, None);
        }
        match (&sealed.stands, sealed.hash) {
            (Stands::Gone, _) => broken(Tampering::Dropped, sealed.entry_id),
            (Stands::Garbled, _) => broken(Tampering::Changed, sealed.entry_id),
            (Stands::Entry(_), Some(hash)) if sealed.follows(&self.last.hash, sequence) => {
                if self.noted.is_some_and(|noted| noted.sequence == sequence && noted.hash != hash) {
                    return broken(Tampering::Rewritten, sealed.entry_id);
                }
                self.before = Some((self.last.hash, sealed.entry_id));
                self.last = Seal { sequence, hash };
                Step::Holds
            }
            (Stands::Entry(_), _) => Step::DoesNotFollow,
        }
    }
}

impl Sealed {
    /// The hash that this entry makes at a place.
    fn makes(&self, before: &Hash, sequence: i64) -> Option<Hash> {
        match &self.stands {
            Stands::Entry(entry) => Some(link(before, sequence, entry)),
            Stands::Garbled | Stands::Gone => None,
        }
    }

    /// Whether its own hash is the one that it makes at a place.
    fn follows(&self, before: &Hash, sequence: i64) -> bool {
        self.hash.is_some() && self.makes(before, sequence) == self.hash
    }
}
