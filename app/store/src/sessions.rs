//! The sessions.

use model::{Account, AccountId, EmployeeId, Grant, IDLE_LIMIT, Instant, SESSION_LIMIT, Session, Subject, TokenHash};
use policy::{Act, Permit};
use rules::Day;
use uuid::Uuid;

use crate::accounts::{is_open, owns};
use crate::error::Error;
use crate::grants::grant;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, SqlInstant, bytes, day, instant, read_optional_day, read_token_hash};

const TABLE: &str = "sessions";

/// The sessions, in a transaction.
pub struct Sessions<'t>(&'t mut Tx);

#[derive(sqlx::FromRow)]
struct Row {
    token_hash: Vec<u8>,
    account_id: Uuid,
    created_at: SqlInstant,
    last_seen_at: SqlInstant,
    ended_at: Option<SqlInstant>,
}

impl TryFrom<Row> for Session {
    type Error = Error;

    fn try_from(row: Row) -> Result<Session, Error> {
        Ok(Session {
            token_hash: read_token_hash(TABLE, &row.token_hash)?,
            account: AccountId(row.account_id),
            created_at: row.created_at.to_jiff(),
            last_seen_at: row.last_seen_at.to_jiff(),
            ended_at: row.ended_at.map(SqlInstant::to_jiff),
        })
    }
}

/// A session with what resuming it looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resumed {
    /// The session, alive or not.
    pub session: Session,
    /// Whose it is.
    pub account: Account,
    /// The last day of the employment of the person it belongs to.
    pub left_on: Option<Day>,
    /// What the account may do beyond its own, past and to come.
    pub grants: Vec<Grant>,
    /// Whether anybody reports to them, or to somebody for whom they stand in.
    pub leads: bool,
    /// How many news they have not read.
    pub unread: u64,
}

impl Resumed {
    /// Whether its owner may go on, at an instant of a day.
    pub fn goes_on(&self, now: Instant, on: Day) -> bool {
        self.session.is_alive(now) && is_open(&self.account, self.left_on, on)
    }
}

#[derive(sqlx::FromRow)]
struct ResumedRow {
    #[sqlx(flatten)]
    session: Row,
    sign_in_name: String,
    employee_id: Option<Uuid>,
    must_change_password: bool,
    disabled_at: Option<SqlInstant>,
    left_on: Option<SqlDay>,
    unread: i64,
    leads: bool,
    grant_id: Option<Uuid>,
    access: Option<String>,
    site: Option<String>,
    from_on: Option<SqlDay>,
    until_on: Option<SqlDay>,
}

impl ResumedRow {
    fn grant(&self) -> Result<Option<Grant>, Error> {
        let Some(((id, access), from_on)) = self.grant_id.zip(self.access.as_deref()).zip(self.from_on) else {
            return Ok(None);
        };
        grant(id, self.session.account_id, access, self.site.clone(), from_on, self.until_on).map(Some)
    }
}

impl Tx {
    /// The sessions.
    pub fn sessions(&mut self) -> Sessions<'_> {
        Sessions(self)
    }
}

impl Sessions<'_> {
    /// The session of what a browser holds, alive or not.
    pub async fn find(&mut self, token_hash: TokenHash) -> Result<Option<Session>, Error> {
        let row = run!(self.0, optional Row, statement!("sessions/find"), bytes(token_hash))?;
        row.map(Session::try_from).transpose()
    }

    /// The session of what a browser holds, with whose it is and what they may do and see around every page.
    pub async fn resume(&mut self, token_hash: TokenHash, on: Day) -> Result<Option<Resumed>, Error> {
        let rows = run!(self.0, all ResumedRow, statement!("sessions/resume"), bytes(token_hash), day(on))?;
        let grants = rows.iter().filter_map(|row| row.grant().transpose()).collect::<Result<_, _>>()?;
        let Some(row) = rows.into_iter().next() else { return Ok(None) };
        let account = Account {
            id: AccountId(row.session.account_id),
            sign_in_name: row.sign_in_name,
            employee: row.employee_id.map(EmployeeId),
            must_change_password: row.must_change_password,
            disabled_at: row.disabled_at.map(SqlInstant::to_jiff),
        };
        Ok(Some(Resumed {
            session: row.session.try_into()?,
            account,
            left_on: read_optional_day(TABLE, row.left_on)?,
            grants,
            leads: row.leads,
            unread: row.unread.unsigned_abs(),
        }))
    }

    /// An account's sessions that are alive, the last in use first; at most `limit`.
    pub async fn of_account(&mut self, permit: &Permit, account: AccountId, limit: u32) -> Result<Vec<Session>, Error> {
        owns(permit, account)?;
        let now = self.0.ctx.now;
        let (opened, seen) = (instant(now - SESSION_LIMIT), instant(now - IDLE_LIMIT));
        let list = statement!("sessions/of_account");
        let rows = run!(self.0, all Row, list, account.0, opened, seen, i64::from(limit))?;
        rows.into_iter().map(Session::try_from).collect()
    }

    /// Opens a session.
    pub async fn open(&mut self, permit: Permit, account: AccountId, token_hash: TokenHash) -> Result<(), Error> {
        owns(&permit, account)?;
        let now = instant(self.0.ctx.now);
        run!(self.0, execute statement!("sessions/open"), bytes(token_hash), account.0, now)?;
        Ok(())
    }

    /// Ends a session. Whether there was one.
    pub async fn end(&mut self, permit: Permit, account: AccountId, token_hash: TokenHash) -> Result<bool, Error> {
        owns(&permit, account)?;
        let now = instant(self.0.ctx.now);
        Ok(run!(self.0, execute statement!("sessions/end"), bytes(token_hash), account.0, now)? == 1)
    }

    /// Ends an account's sessions but one; how many.
    pub async fn end_others(&mut self, permit: &Permit, account: AccountId, but: TokenHash) -> Result<u64, Error> {
        owns(permit, account)?;
        let now = instant(self.0.ctx.now);
        run!(self.0, execute statement!("sessions/end_all_but"), account.0, bytes(but), now)
    }

    /// Ends all of an account's sessions, by its owner or because its rights change; how many.
    pub async fn end_all(&mut self, permit: &Permit, account: AccountId) -> Result<u64, Error> {
        let subject = Subject::Account(account);
        let by_account =
            [Act::ManageOwnAccount, Act::ManageAccounts, Act::GiveAccess].map(|act| permit.covers(act, subject));
        // Of a deputy the permit is for the person; whose account that is was read with it.
        let of_deputy = permit.act() == Act::GiveAccess && matches!(permit.subject(), Subject::Employee(_));
        if !by_account.contains(&true) && !of_deputy {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let now = instant(self.0.ctx.now);
        run!(self.0, execute statement!("sessions/end_all"), account.0, now)
    }
}

/// Sessions that are in use.
pub struct SeenSessions<'t>(pub(crate) &'t mut Tx);

impl SeenSessions<'_> {
    /// Notes that a session is in use.
    pub async fn see(&mut self, token_hash: TokenHash, at: Instant) -> Result<(), Error> {
        run!(self.0, execute statement!("sessions/see"), bytes(token_hash), instant(at))?;
        Ok(())
    }

    /// Drops the sessions that were last in use before an instant.
    pub async fn drop_idle(&mut self, before: Instant) -> Result<u64, Error> {
        run!(self.0, execute statement!("sessions/drop_idle"), instant(before))
    }
}
