//! What waits for HR, what reviewers noted, who stands aside.

use model::{AccountId, NominationId, Place, Recusal, ReviewAct, ReviewNote, ReviewNoteId, State, Subject, Turn};
use policy::{Act, Permit, Viewer};
use uuid::Uuid;

use crate::error::Error;
use crate::nominations::{Nominated, Row, scope};
use crate::statement::{Statement, query, run, statement};
use crate::tx::Tx;
use crate::value::{SqlInstant, day, instant};

/// The review, in a transaction.
pub struct Review<'t>(&'t mut Tx);

/// Whose queue is looked through. An HR partner has one a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane<'a> {
    /// Everyone's.
    Everywhere,
    /// Everyone's on a track.
    OfTrack(&'a str),
    /// A site's.
    OfSite(&'a str),
}

/// What is looked for in a queue.
#[derive(Clone, Copy, Debug, Default)]
pub struct SoughtInQueue<'a> {
    /// In this state.
    pub state: Option<State>,
    /// On this track.
    pub track: Option<&'a str>,
    /// After this place.
    pub after: Option<Place>,
}

/// A nomination that waits for HR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    /// Which, with its candidate.
    pub nominated: Nominated,
    /// What puts it before others.
    pub turn: Turn,
    /// Who took it up, by name.
    pub reviewer: Option<String>,
    /// Whether the viewer stands aside.
    pub is_recused: bool,
}

impl Queued {
    /// Where it is in the queue.
    pub fn place(&self) -> Place {
        let one = &self.nominated.nomination;
        Place { turn: self.turn, since_on: one.since_on, id: one.id }
    }
}

/// What a reviewer noted, with their name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteTold {
    /// What.
    pub note: ReviewNote,
    /// By whom.
    pub name: Option<String>,
}

/// Who stands aside, with their name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecusalTold {
    /// Who, and why.
    pub recusal: Recusal,
    /// What they are called.
    pub name: Option<String>,
}

#[derive(sqlx::FromRow)]
struct QueuedRow {
    #[sqlx(flatten)]
    row: Row,
    turn: i64,
    reviewer_name: Option<String>,
    is_recused: bool,
}

#[derive(sqlx::FromRow)]
struct NoteRow {
    id: Uuid,
    nomination_id: Uuid,
    account_id: Uuid,
    words: String,
    written_at: SqlInstant,
    account_name: Option<String>,
}

#[derive(sqlx::FromRow)]
struct RecusalRow {
    nomination_id: Uuid,
    account_id: Uuid,
    reason: String,
    recused_at: SqlInstant,
    account_name: Option<String>,
}

impl TryFrom<QueuedRow> for Queued {
    type Error = Error;

    fn try_from(row: QueuedRow) -> Result<Queued, Error> {
        let corrupt = || Error::Corrupt { table: "nominations", what: format!("the turn {}", row.turn) };
        Ok(Queued {
            turn: Turn::from_rank(row.turn).ok_or_else(corrupt)?,
            nominated: row.row.try_into()?,
            reviewer: row.reviewer_name,
            is_recused: row.is_recused,
        })
    }
}

impl From<NoteRow> for NoteTold {
    fn from(row: NoteRow) -> NoteTold {
        let note = ReviewNote {
            id: ReviewNoteId(row.id),
            nomination: NominationId(row.nomination_id),
            account: AccountId(row.account_id),
            words: row.words,
            written_at: row.written_at.to_jiff(),
        };
        NoteTold { note, name: row.account_name }
    }
}

impl From<RecusalRow> for RecusalTold {
    fn from(row: RecusalRow) -> RecusalTold {
        let recusal = Recusal {
            nomination: NominationId(row.nomination_id),
            account: AccountId(row.account_id),
            reason: row.reason,
            recused_at: row.recused_at.to_jiff(),
        };
        RecusalTold { recusal, name: row.account_name }
    }
}

/// The queue with whose it is.
macro_rules! queue {
    ($scope:literal, $suffix:literal) => {
        statement!(concat "review/queue" $suffix, concat!(query!("review/queue.sql"), query!("scope/", $scope, ".sql")))
    };
}

impl Tx {
    /// The review.
    pub fn review(&mut self) -> Review<'_> {
        Review(self)
    }
}

impl Review<'_> {
    /// What waits in a lane of the viewer's, in its order; nothing where it is not theirs.
    pub async fn queue(
        &mut self,
        viewer: &Viewer,
        lane: Lane<'_>,
        sought: SoughtInQueue<'_>,
        limit: u32,
    ) -> Result<Vec<Queued>, Error> {
        let (own, account, on) = scope(viewer);
        let Place { turn, since_on, id } = sought.after.unwrap_or(Place::START);
        let track = match lane {
            Lane::OfTrack(track) => Some(track),
            Lane::Everywhere | Lane::OfSite(_) => sought.track,
        };
        macro_rules! read {
            ($statement:expr $(, $site:expr)?) => {
                run!(
                    self.0,
                    all QueuedRow,
                    $statement,
                    own,
                    account,
                    on,
                    turn.rank(),
                    day(since_on),
                    id.0,
                    sought.state.map(State::code),
                    track,
                    i64::from(limit),
                    $($site),*
                )
            };
        }
        let rows = match lane {
            Lane::Everywhere => read!(queue!("queue_everywhere", "")),
            Lane::OfTrack(_) => read!(queue!("queue_of_track", "")),
            Lane::OfSite(site) => read!(queue!("queue_of_site", ""), site),
        }?;
        rows.into_iter().map(Queued::try_from).collect()
    }

    /// How much waits everywhere, or at a site of the viewer's; of more than `most` only that it is more.
    pub async fn count(&mut self, viewer: &Viewer, site: Option<&str>, most: u32) -> Result<u32, Error> {
        let ((own, account, on), most) = (scope(viewer), i64::from(most) + 1);
        let (count,) = match site {
            None => run!(self.0, one(i64,), statement!("review/count_everywhere"), own, account, on, most),
            Some(site) => run!(self.0, one(i64,), statement!("review/count_of_site"), own, account, on, most, site),
        }?;
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// A nomination to which the viewer is HR.
    pub async fn find(&mut self, viewer: &Viewer, id: NominationId) -> Result<Option<Nominated>, Error> {
        const FIND: Statement =
            statement!(concat "review/find" "", concat!(query!("review/find.sql"), query!("scope/reviews.sql")));
        let (own, account, on) = scope(viewer);
        let row = run!(self.0, optional Row, FIND, own, account, on, id.0)?;
        row.map(Nominated::try_from).transpose()
    }

    /// Whether the viewer stands aside from a nomination.
    pub async fn is_recused(&mut self, viewer: &Viewer, id: NominationId) -> Result<bool, Error> {
        let (count,) = run!(self.0, one(i64,), statement!("review/is_recused"), id.0, viewer.account.0)?;
        Ok(count > 0)
    }

    /// Who stands aside from a nomination that the caller has found as HR to it, the first first.
    pub async fn recusals(&mut self, found: &Nominated, limit: u32) -> Result<Vec<RecusalTold>, Error> {
        let list = statement!("review/recusals");
        let rows = run!(self.0, all RecusalRow, list, found.nomination.id.0, i64::from(limit))?;
        Ok(rows.into_iter().map(RecusalTold::from).collect())
    }

    /// What reviewers noted of a nomination, the oldest first: nothing for who has noted nothing themselves, nor for who
    /// stands aside, nominated the candidate or leads them.
    pub async fn notes(&mut self, viewer: &Viewer, id: NominationId, limit: u32) -> Result<Vec<NoteTold>, Error> {
        const NOTES: Statement = statement!(
            concat "review/notes" "",
            concat!(query!("review/notes.sql"), query!("scope/reviews.sql"), query!("scope/oldest_note_first.sql"))
        );
        let (own, account, on) = scope(viewer);
        let rows = run!(self.0, all NoteRow, NOTES, own, account, on, id.0, i64::from(limit))?;
        Ok(rows.into_iter().map(NoteTold::from).collect())
    }

    /// Adds a note.
    pub async fn note(&mut self, permit: Permit, note: &ReviewNote) -> Result<(), Error> {
        covers(&permit, ReviewAct::Note, note.nomination)?;
        run!(
            self.0,
            execute statement!("review/write_note"),
            note.id.0,
            note.nomination.0,
            note.account.0,
            note.words.clone(),
            instant(note.written_at),
        )?;
        Ok(())
    }

    /// Puts somebody aside. Whether they did not stand there already.
    pub async fn stand_aside(&mut self, permit: Permit, recusal: &Recusal) -> Result<bool, Error> {
        covers(&permit, ReviewAct::StandAside, recusal.nomination)?;
        let aside = run!(
            self.0,
            execute statement!("review/stand_aside"),
            recusal.nomination.0,
            recusal.account.0,
            recusal.reason.clone(),
            instant(recusal.recused_at),
        )?;
        Ok(aside == 1)
    }
}

fn covers(permit: &Permit, act: ReviewAct, nomination: NominationId) -> Result<(), Error> {
    let allowed = permit.covers(Act::OnReview(act), Subject::Nomination(nomination));
    if allowed { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}
