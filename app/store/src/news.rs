//! Who was told of which act.

use model::{
    AccountId, EmployeeId, Instant, LetterKind, NewsId, NominationAct, NominationActId, NominationId, State, Subject,
};
use policy::{Act, Permit, Viewer};
use rules::Day;
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlInstant, day, instant};

const TABLE: &str = "news";

/// The news, in a transaction.
pub struct News<'t>(&'t mut Tx);

/// Something that somebody was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsItem {
    /// The act.
    pub act_id: NominationActId,
    /// What was done.
    pub act: NominationAct,
    /// Where the nomination stood then.
    pub to: State,
    /// When.
    pub acted_at: Instant,
    /// When it was read.
    pub read_at: Option<Instant>,
    /// Of which nomination.
    pub nomination: NominationId,
    /// The code of its track.
    pub track: String,
    /// The candidate.
    pub employee: EmployeeId,
    /// The candidate's number.
    pub number: String,
    /// The candidate's name.
    pub full_name: String,
    /// The letter that went out with it, where that is the reader's own.
    pub letter: Option<LetterKind>,
}

#[derive(sqlx::FromRow)]
struct Row {
    act_id: Uuid,
    read_at: Option<SqlInstant>,
    nomination_id: Uuid,
    act: String,
    to_state: String,
    acted_at: SqlInstant,
    track: String,
    number: String,
    full_name: String,
    employee_id: Uuid,
    letter: Option<String>,
}

impl TryFrom<Row> for NewsItem {
    type Error = Error;

    fn try_from(row: Row) -> Result<NewsItem, Error> {
        let corrupt = || Error::Corrupt { table: TABLE, what: format!("the act {}", row.act_id) };
        Ok(NewsItem {
            act_id: NominationActId(row.act_id),
            act: NominationAct::from_code(&row.act).ok_or_else(corrupt)?,
            to: State::from_code(&row.to_state).ok_or_else(corrupt)?,
            acted_at: row.acted_at.to_jiff(),
            read_at: row.read_at.map(SqlInstant::to_jiff),
            nomination: NominationId(row.nomination_id),
            track: row.track,
            employee: EmployeeId(row.employee_id),
            number: row.number,
            full_name: row.full_name,
            letter: row.letter.map(|kind| LetterKind::from_code(&kind).ok_or_else(corrupt)).transpose()?,
        })
    }
}

impl Tx {
    /// The news.
    pub fn news(&mut self) -> News<'_> {
        News(self)
    }
}

impl News<'_> {
    /// Tells an account of an act, with the permit of the act.
    pub async fn tell(&mut self, permit: &Permit, account: AccountId, act: NominationActId) -> Result<(), Error> {
        is_step(permit)?;
        run!(self.0, execute statement!("news/tell"), account.0, act.0)?;
        Ok(())
    }

    /// Tells a person, where they have an account.
    pub async fn tell_person(
        &mut self,
        permit: &Permit,
        person: EmployeeId,
        act: NominationActId,
    ) -> Result<(), Error> {
        is_step(permit)?;
        run!(self.0, execute statement!("news/tell_person"), person.0, act.0)?;
        Ok(())
    }

    /// Tells the HR partners of a site, or HR leads where it has none; not who acted.
    pub async fn tell_partners(
        &mut self,
        permit: &Permit,
        site: Option<&str>,
        on: Day,
        act: NominationActId,
    ) -> Result<(), Error> {
        is_step(permit)?;
        let acted = permit.account().map(|id| id.0);
        run!(self.0, execute statement!("news/tell_partners"), act.0, site.map(str::to_owned), day(on), acted)?;
        Ok(())
    }

    /// Tells the HR leads; not who acted.
    pub async fn tell_leads(&mut self, permit: &Permit, on: Day, act: NominationActId) -> Result<(), Error> {
        is_step(permit)?;
        let acted = permit.account().map(|id| id.0);
        run!(self.0, execute statement!("news/tell_leads"), act.0, day(on), acted)?;
        Ok(())
    }

    /// The viewer's own news, the latest first, before one where given.
    pub async fn list(&mut self, viewer: &Viewer, before: Option<NewsId>, limit: u32) -> Result<Vec<NewsItem>, Error> {
        let before = before.map_or(Uuid::max(), |id| id.0);
        let (list, own) = (statement!("news/list"), viewer.employee.map(|id| id.0));
        let rows = run!(self.0, all Row, list, viewer.account.0, before, i64::from(limit), own)?;
        rows.into_iter().map(NewsItem::try_from).collect()
    }

    /// How many of the viewer's own are not read, of these and of those of people's records.
    pub async fn count_unread(&mut self, viewer: &Viewer) -> Result<u64, Error> {
        let (count,) = run!(self.0, one(i64,), statement!("news/count_unread"), viewer.account.0)?;
        Ok(count.unsigned_abs())
    }
}

/// News of which it can be noted that they were read.
pub struct ReadNews<'t>(pub(crate) &'t mut Tx);

impl ReadNews<'_> {
    /// An account has read its news up to one of them, whatever it is about. How many that were.
    pub async fn read(&mut self, permit: &Permit, account: AccountId, until: NewsId) -> Result<u64, Error> {
        if !permit.covers(Act::ManageOwnAccount, Subject::Account(account)) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let now = instant(self.0.ctx.now);
        let acts = run!(self.0, execute statement!("news/read"), account.0, until.0, now)?;
        let records = run!(self.0, execute statement!("record_news/read"), account.0, until.0, now)?;
        Ok(acts + records)
    }
}

fn is_step(permit: &Permit) -> Result<(), Error> {
    match permit.act() {
        Act::Nominate(_) => Ok(()),
        act => Err(Error::WrongPermit(act.code())),
    }
}
