//! Who was told of what was done to somebody's record: a move that HR recorded, a waiver that was ended early.

use model::{AccountId, EmployeeId, Instant, MoveId, MoveKind, MoveState, NewsId, Subject, WaiverId};
use policy::{Act, Permit, Viewer};
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlInstant, instant};

const TABLE: &str = "record_news";

/// This news, in a transaction.
pub struct RecordNews<'t>(&'t mut Tx);

/// What is told, to one or more at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tidings {
    /// The same for all who are told at once.
    pub id: NewsId,
    /// To whose record it was done.
    pub employee: EmployeeId,
    /// What.
    pub of: TidingsOf,
}

/// What was done to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TidingsOf {
    /// A move that HR recorded was made, or could not be.
    Move(MoveId),
    /// A waiver was ended early.
    Waiver(WaiverId),
}

/// Something that somebody was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordItem {
    /// Which.
    pub id: NewsId,
    /// When.
    pub told_at: Instant,
    /// When it was read.
    pub read_at: Option<Instant>,
    /// Whose record.
    pub employee: EmployeeId,
    /// Their number.
    pub number: String,
    /// Their name.
    pub full_name: String,
    /// What was done to it.
    pub done: RecordDone,
}

/// What was done to a record, as news tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordDone {
    /// A move became what it is.
    Move {
        /// Which one.
        id: MoveId,
        /// Which kind.
        kind: MoveKind,
        /// The code of the job that was left.
        from_job: String,
        /// The code of the job that was taken.
        job: String,
        /// What became of it.
        state: MoveState,
    },
    /// A waiver was ended early.
    WaiverEnded {
        /// Which one.
        id: WaiverId,
        /// The code of its track.
        track: String,
        /// The criterion, by its written id.
        criterion: String,
    },
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    told_at: SqlInstant,
    read_at: Option<SqlInstant>,
    move_id: Option<Uuid>,
    kind: Option<String>,
    from_job: Option<String>,
    job: Option<String>,
    state: Option<String>,
    waiver_id: Option<Uuid>,
    track: Option<String>,
    criterion: Option<String>,
    employee_id: Uuid,
    number: String,
    full_name: String,
}

impl TryFrom<Row> for RecordItem {
    type Error = Error;

    fn try_from(row: Row) -> Result<RecordItem, Error> {
        let corrupt = || Error::Corrupt { table: TABLE, what: format!("what {} is about", row.id) };
        let of_move = row.move_id.zip(row.kind).zip(row.from_job).zip(row.job).zip(row.state);
        let done = match (of_move, row.waiver_id.zip(row.track).zip(row.criterion)) {
            (Some(((((id, kind), from_job), job), state)), None) => RecordDone::Move {
                id: MoveId(id),
                kind: MoveKind::from_code(&kind).ok_or_else(corrupt)?,
                from_job,
                job,
                state: MoveState::from_code(&state).ok_or_else(corrupt)?,
            },
            (None, Some(((id, track), criterion))) => RecordDone::WaiverEnded { id: WaiverId(id), track, criterion },
            _ => return Err(corrupt()),
        };
        Ok(RecordItem {
            id: NewsId(row.id),
            told_at: row.told_at.to_jiff(),
            read_at: row.read_at.map(SqlInstant::to_jiff),
            employee: EmployeeId(row.employee_id),
            number: row.number,
            full_name: row.full_name,
            done,
        })
    }
}

impl Tx {
    /// What people were told of what was done to somebody's record.
    pub fn record_news(&mut self) -> RecordNews<'_> {
        RecordNews(self)
    }
}

impl RecordNews<'_> {
    /// Tells an account, with the permit of what was done.
    pub async fn tell(&mut self, permit: &Permit, account: AccountId, what: &Tidings) -> Result<(), Error> {
        covers(permit, what)?;
        let (moved, waiver, at) = (what.move_id(), what.waiver_id(), instant(self.0.ctx.now));
        run!(self.0, execute statement!("record_news/tell"), account.0, what.id.0, moved, waiver, at)?;
        Ok(())
    }

    /// Tells a person, where they have an account.
    pub async fn tell_person(&mut self, permit: &Permit, person: EmployeeId, what: &Tidings) -> Result<(), Error> {
        covers(permit, what)?;
        let (moved, waiver, at) = (what.move_id(), what.waiver_id(), instant(self.0.ctx.now));
        run!(self.0, execute statement!("record_news/tell_person"), person.0, what.id.0, moved, waiver, at)?;
        Ok(())
    }

    /// The viewer's own, the latest first, before one where given.
    pub async fn list(
        &mut self,
        viewer: &Viewer,
        before: Option<NewsId>,
        limit: u32,
    ) -> Result<Vec<RecordItem>, Error> {
        let before = before.map_or(Uuid::max(), |id| id.0);
        let list = statement!("record_news/list");
        let rows = run!(self.0, all Row, list, viewer.account.0, before, i64::from(limit))?;
        rows.into_iter().map(RecordItem::try_from).collect()
    }
}

impl Tidings {
    fn move_id(&self) -> Option<Uuid> {
        match self.of {
            TidingsOf::Move(id) => Some(id.0),
            TidingsOf::Waiver(_) => None,
        }
    }

    fn waiver_id(&self) -> Option<Uuid> {
        match self.of {
            TidingsOf::Move(_) => None,
            TidingsOf::Waiver(id) => Some(id.0),
        }
    }
}

fn covers(permit: &Permit, what: &Tidings) -> Result<(), Error> {
    let act = match what.of {
        TidingsOf::Move(_) => Act::Move,
        TidingsOf::Waiver(_) => Act::Waive,
    };
    let allowed = permit.covers(act, Subject::Employee(what.employee));
    if allowed { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}
