//! The sign-ins.

use std::fmt;

use model::{Account, AccountId, EmployeeId, Instant, Subject, fold};
use policy::{Act, Permit};
use rules::Day;
use uuid::Uuid;

use crate::error::Error;
use crate::page::LAST;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, SqlInstant, day, instant, read_optional_day};

const TABLE: &str = "accounts";

/// The sign-ins, in a transaction.
pub struct Accounts<'t>(&'t mut Tx);

/// What signing in looks at.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The account.
    pub account: Account,
    /// The password's hash as a PHC string; none until the first password is set.
    pub password_hash: Option<String>,
    /// The last day of the employment of the person it belongs to.
    pub left_on: Option<Day>,
}

impl Credentials {
    /// Whether whoever proves to be its owner may sign in on a day.
    pub fn is_open(&self, on: Day) -> bool {
        is_open(&self.account, self.left_on, on)
    }
}

/// Whether the owner of an account, whose employment ends so, may sign in and go on on a day.
pub(crate) fn is_open(account: &Account, left_on: Option<Day>, on: Day) -> bool {
    account.disabled_at.is_none() && left_on.is_none_or(|left_on| on <= left_on)
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("account", &self.account).finish_non_exhaustive()
    }
}

/// Somebody employed who is to be invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToInvite {
    /// Who.
    pub employee: EmployeeId,
    /// Their number.
    pub number: String,
    /// Their name.
    pub full_name: String,
    /// Their account and its sign-in name, where they have one already.
    pub account: Option<(AccountId, String)>,
}

/// An account as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedAccount {
    /// The account.
    pub account: Account,
    /// The number and the name of whose it is.
    pub owner: Option<(String, String)>,
    /// The last day of their employment.
    pub left_on: Option<Day>,
    /// Whether its owner has set a password.
    pub has_password: bool,
    /// When a session of it was last in use, as far back as sessions are known.
    pub last_seen_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    sign_in_name: String,
    employee_id: Option<Uuid>,
    must_change_password: bool,
    disabled_at: Option<SqlInstant>,
}

impl From<Row> for Account {
    fn from(row: Row) -> Account {
        Account {
            id: AccountId(row.id),
            sign_in_name: row.sign_in_name,
            employee: row.employee_id.map(EmployeeId),
            must_change_password: row.must_change_password,
            disabled_at: row.disabled_at.map(SqlInstant::to_jiff),
        }
    }
}

#[derive(sqlx::FromRow)]
struct CredentialsRow {
    #[sqlx(flatten)]
    account: Row,
    password_hash: Option<String>,
    left_on: Option<SqlDay>,
}

impl TryFrom<CredentialsRow> for Credentials {
    type Error = Error;

    fn try_from(row: CredentialsRow) -> Result<Credentials, Error> {
        let left_on = read_optional_day(TABLE, row.left_on)?;
        Ok(Credentials { account: row.account.into(), password_hash: row.password_hash, left_on })
    }
}

#[derive(sqlx::FromRow)]
struct ListedRow {
    #[sqlx(flatten)]
    account: Row,
    has_password: bool,
    number: Option<String>,
    full_name: Option<String>,
    left_on: Option<SqlDay>,
    last_seen_at: Option<SqlInstant>,
}

impl TryFrom<ListedRow> for ListedAccount {
    type Error = Error;

    fn try_from(row: ListedRow) -> Result<ListedAccount, Error> {
        Ok(ListedAccount {
            account: row.account.into(),
            owner: row.number.zip(row.full_name),
            left_on: read_optional_day(TABLE, row.left_on)?,
            has_password: row.has_password,
            last_seen_at: row.last_seen_at.map(SqlInstant::to_jiff),
        })
    }
}

#[derive(sqlx::FromRow)]
struct ToInviteRow {
    employee_id: Uuid,
    number: String,
    full_name: String,
    account_id: Option<Uuid>,
    sign_in_name: Option<String>,
}

impl Tx {
    /// The sign-ins.
    pub fn accounts(&mut self) -> Accounts<'_> {
        Accounts(self)
    }
}

impl Accounts<'_> {
    /// What signing in by that name looks at: read by somebody of whom nothing is known yet.
    pub async fn credentials(&mut self, sign_in_name: &str) -> Result<Option<Credentials>, Error> {
        let row = run!(self.0, optional CredentialsRow, statement!("accounts/credentials"), sign_in_name)?;
        row.map(Credentials::try_from).transpose()
    }

    /// What changing a password and taking an invitation look at.
    pub async fn credentials_of(&mut self, account: AccountId) -> Result<Option<Credentials>, Error> {
        let row = run!(self.0, optional CredentialsRow, statement!("accounts/credentials_of"), account.0)?;
        row.map(Credentials::try_from).transpose()
    }

    /// The account of that name.
    pub async fn named(&mut self, permit: &Permit, sign_in_name: &str) -> Result<Option<Account>, Error> {
        looks_after_accounts(permit)?;
        let row = run!(self.0, optional Row, statement!("accounts/named"), sign_in_name)?;
        Ok(row.map(Account::from))
    }

    /// A person's account.
    pub async fn of_employee(&mut self, permit: &Permit, employee: EmployeeId) -> Result<Option<Account>, Error> {
        looks_after_accounts(permit)?;
        let row = run!(self.0, optional Row, statement!("accounts/of_employee"), employee.0)?;
        Ok(row.map(Account::from))
    }

    /// The accounts by name, after a name; at most `limit`.
    pub async fn list(&mut self, permit: &Permit, after: &str, limit: u32) -> Result<Vec<Account>, Error> {
        looks_after_accounts(permit)?;
        let rows = run!(self.0, all Row, statement!("accounts/list"), after, i64::from(limit))?;
        Ok(rows.into_iter().map(Account::from).collect())
    }

    /// An account with what a list says of it.
    pub async fn find(&mut self, permit: &Permit, account: AccountId) -> Result<Option<ListedAccount>, Error> {
        looks_after_accounts(permit)?;
        let row = run!(self.0, optional ListedRow, statement!("accounts/find"), account.0)?;
        row.map(ListedAccount::try_from).transpose()
    }

    /// The accounts whose name to sign in by, or the name of whose they are, begins so; by the name to sign in by,
    /// after one; at most `limit`.
    pub async fn search(
        &mut self,
        permit: &Permit,
        search: &str,
        after: &str,
        limit: u32,
    ) -> Result<Vec<ListedAccount>, Error> {
        looks_after_accounts(permit)?;
        let (from, limit) = (fold(search), i64::from(limit));
        let rows = if from.is_empty() {
            run!(self.0, all ListedRow, statement!("accounts/page"), after, limit)?
        } else {
            let to = from.clone() + LAST;
            run!(self.0, all ListedRow, statement!("accounts/search"), after, limit, from.clone(), to.clone())?
        };
        rows.into_iter().map(ListedAccount::try_from).collect()
    }

    /// Open accounts of people whose employment has ended before a day.
    pub async fn of_leavers(&mut self, permit: &Permit, on: Day, limit: u32) -> Result<Vec<Account>, Error> {
        looks_after_accounts(permit)?;
        let rows = run!(self.0, all Row, statement!("accounts/of_leavers"), day(on), i64::from(limit))?;
        Ok(rows.into_iter().map(Account::from).collect())
    }

    /// Everyone employed on a day who has no account, by number; `again`: and those who never set a password.
    pub async fn invitable(
        &mut self,
        permit: &Permit,
        on: Day,
        after: &str,
        again: bool,
        limit: u32,
    ) -> Result<Vec<ToInvite>, Error> {
        looks_after_accounts(permit)?;
        let list = statement!("accounts/to_invite");
        let rows = run!(self.0, all ToInviteRow, list, day(on), after, i64::from(limit), again)?;
        let read = |row: ToInviteRow| ToInvite {
            employee: EmployeeId(row.employee_id),
            number: row.number,
            full_name: row.full_name,
            account: row.account_id.map(AccountId).zip(row.sign_in_name),
        };
        Ok(rows.into_iter().map(read).collect())
    }

    /// Adds an account. Whether it could be: not where its name is taken or its person has one.
    pub async fn add(
        &mut self,
        permit: &Permit,
        account: &Account,
        password_hash: Option<&str>,
    ) -> Result<bool, Error> {
        manages(permit, account.id)?;
        let added = run!(
            self.0,
            execute statement!("accounts/add"),
            account.id.0,
            account.sign_in_name.clone(),
            account.employee.map(|id| id.0),
            password_hash,
            account.must_change_password,
            instant(self.0.ctx.now),
        )?;
        Ok(added == 1)
    }

    /// Whether the password that was looked at still stands; puts a newer hash of it in its place, and locks the
    /// account until the transaction ends.
    pub async fn confirm_password(
        &mut self,
        permit: &Permit,
        account: AccountId,
        looked_at: &str,
        hash: &str,
    ) -> Result<bool, Error> {
        owns(permit, account)?;
        Ok(run!(self.0, execute statement!("accounts/confirm_password"), account.0, looked_at, hash)? == 1)
    }

    /// Sets the password that its owner chose. Whether the account was open.
    pub async fn set_password(&mut self, permit: &Permit, account: AccountId, hash: &str) -> Result<bool, Error> {
        owns(permit, account)?;
        Ok(run!(self.0, execute statement!("accounts/set_password"), account.0, hash, false)? == 1)
    }

    /// Closes an account. Whether it was open.
    pub async fn disable(&mut self, permit: Permit, account: AccountId, at: Instant) -> Result<bool, Error> {
        manages(&permit, account)?;
        Ok(run!(self.0, execute statement!("accounts/disable"), account.0, instant(at))? == 1)
    }

    /// Forgets the password of an account, and opens it again where it was closed.
    pub async fn reset(&mut self, permit: &Permit, account: AccountId) -> Result<(), Error> {
        manages(permit, account)?;
        run!(self.0, execute statement!("accounts/reset"), account.0, false)?;
        Ok(())
    }
}

fn looks_after_accounts(permit: &Permit) -> Result<(), Error> {
    allow(matches!(permit.act(), Act::ManageAccounts | Act::GiveAccess), permit)
}

/// Refuses a permit that is not for looking after that account.
pub(crate) fn manages(permit: &Permit, account: AccountId) -> Result<(), Error> {
    allow(permit.covers(Act::ManageAccounts, Subject::Account(account)), permit)
}

/// Refuses a permit that is not its owner's.
pub(crate) fn owns(permit: &Permit, account: AccountId) -> Result<(), Error> {
    allow(permit.covers(Act::ManageOwnAccount, Subject::Account(account)), permit)
}

fn allow(allowed: bool, permit: &Permit) -> Result<(), Error> {
    if allowed { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}
