//! How many waivers there are.

use model::{AccountId, Instant};
use policy::Viewer;
use uuid::Uuid;

use super::{Waivers, scope};
use crate::error::Error;
use crate::statement::{query, run, statement};
use crate::value::instant;

/// By what waivers are counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountedBy {
    /// The code of a track and the id of a criterion of it.
    Criterion(String, String),
    /// Who asked: account and name.
    Asker(AccountId, String),
    /// Whom they are for: number and name.
    Person(String, String),
}

/// How many there are of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaiverCount {
    /// Of what.
    pub of: CountedBy,
    /// How many were asked for.
    pub asked: u64,
    /// How many of them wait for an answer.
    pub open: u64,
    /// How many were granted, those ended since included.
    pub granted: u64,
    /// How many were refused.
    pub refused: u64,
}

impl Waivers<'_> {
    /// How many the viewer is shown of those asked for since an instant: by criterion, by who asked, by whom they are
    /// for, so many of each, the most first.
    pub async fn count(&mut self, viewer: &Viewer, since: Instant, limit: u32) -> Result<Vec<WaiverCount>, Error> {
        type Texts = (String, String, i64, i64, i64, i64);
        let (own, account, on) = scope(viewer);
        let (since, limit) = (instant(since), i64::from(limit));
        let by_criterion = shown!("waivers/count_by_criterion");
        let criteria = run!(self.0, all Texts, by_criterion, own, account, on, since, limit)?;
        let by_asker = shown!("waivers/count_by_asker");
        let askers = run!(self.0, all(Uuid, String, i64, i64, i64, i64), by_asker, own, account, on, since, limit)?;
        let by_person = shown!("waivers/count_by_person");
        let people = run!(self.0, all Texts, by_person, own, account, on, since, limit)?;
        let count = |of, [asked, open, granted, refused]: [i64; 4]| WaiverCount {
            of,
            asked: asked.unsigned_abs(),
            open: open.unsigned_abs(),
            granted: granted.unsigned_abs(),
            refused: refused.unsigned_abs(),
        };
        let criteria = criteria.into_iter().map(|(track, criterion, asked, open, granted, refused)| {
            count(CountedBy::Criterion(track, criterion), [asked, open, granted, refused])
        });
        let askers = askers.into_iter().map(|(id, name, asked, open, granted, refused)| {
            count(CountedBy::Asker(AccountId(id), name), [asked, open, granted, refused])
        });
        let people = people.into_iter().map(|(number, name, asked, open, granted, refused)| {
            count(CountedBy::Person(number, name), [asked, open, granted, refused])
        });
        Ok(criteria.chain(askers).chain(people).collect())
    }

    /// How many that the viewer is shown, and did not ask for, wait for an answer.
    pub async fn count_open(&mut self, viewer: &Viewer) -> Result<u64, Error> {
        let (own, account, on) = scope(viewer);
        let (count,) = run!(self.0, one(i64,), shown!("waivers/count_open"), own, account, on)?;
        Ok(count.unsigned_abs())
    }
}
