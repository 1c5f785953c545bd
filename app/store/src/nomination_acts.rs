//! What was done to nominations, by whom: never changed.

use model::{AccountId, EmployeeId, Instant, NominationAct, NominationActId, NominationId, State, Subject};
use policy::{Act, Permit};
use serde_json::json;
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlInstant, instant};

const TABLE: &str = "nomination_acts";

/// The acts, in a transaction.
pub struct NominationActs<'t>(&'t mut Tx);

/// Something that was done to a nomination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActDone {
    /// Which one.
    pub id: NominationActId,
    /// Of which nomination.
    pub nomination: NominationId,
    /// What.
    pub act: NominationAct,
    /// Where it stood before; empty: it began.
    pub from: Option<State>,
    /// Where it stood then.
    pub to: State,
    /// By whom; empty: the clock.
    pub account: Option<AccountId>,
    /// For whom they stood in.
    pub on_behalf_of: Option<EmployeeId>,
    /// When.
    pub acted_at: Instant,
    /// Why, by code.
    pub reasons: Vec<String>,
    /// Why, in words.
    pub words: Option<String>,
}

/// The same, as a history tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActTold {
    /// What was done.
    pub done: ActDone,
    /// The name of who did it; empty: the clock.
    pub account_name: Option<String>,
    /// The name of whom they stood in for.
    pub on_behalf_of_name: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    nomination_id: Uuid,
    act: String,
    from_state: Option<String>,
    to_state: String,
    account_id: Option<Uuid>,
    on_behalf_of: Option<Uuid>,
    acted_at: SqlInstant,
    reasons: String,
    words: Option<String>,
    account_name: Option<String>,
    on_behalf_of_name: Option<String>,
}

impl TryFrom<Row> for ActTold {
    type Error = Error;

    fn try_from(row: Row) -> Result<ActTold, Error> {
        let corrupt = |what: &str| Error::Corrupt { table: TABLE, what: format!("{what} of {}", row.id) };
        let state = |code: &str| State::from_code(code).ok_or_else(|| corrupt("a state"));
        let done = ActDone {
            id: NominationActId(row.id),
            nomination: NominationId(row.nomination_id),
            act: NominationAct::from_code(&row.act).ok_or_else(|| corrupt("the act"))?,
            from: row.from_state.as_deref().map(state).transpose()?,
            to: state(&row.to_state)?,
            account: row.account_id.map(AccountId),
            on_behalf_of: row.on_behalf_of.map(EmployeeId),
            acted_at: row.acted_at.to_jiff(),
            reasons: serde_json::from_str(&row.reasons).map_err(|_| corrupt("the reasons"))?,
            words: row.words,
        };
        Ok(ActTold { done, account_name: row.account_name, on_behalf_of_name: row.on_behalf_of_name })
    }
}

impl Tx {
    /// What was done to nominations.
    pub fn nomination_acts(&mut self) -> NominationActs<'_> {
        NominationActs(self)
    }
}

impl NominationActs<'_> {
    /// Notes what is being done, with the same permit that saves it.
    pub async fn append(&mut self, permit: &Permit, done: &ActDone) -> Result<(), Error> {
        if !permit.covers(Act::Nominate(done.act), Subject::Nomination(done.nomination)) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        run!(
            self.0,
            execute statement!("nomination_acts/append"),
            done.id.0,
            done.nomination.0,
            done.act.code(),
            done.from.map(State::code),
            done.to.code(),
            done.account.map(|id| id.0),
            done.on_behalf_of.map(|id| id.0),
            instant(done.acted_at),
            json!(done.reasons).to_string(),
            done.words.clone(),
        )?;
        Ok(())
    }

    /// The history of a nomination that the caller has found within the viewer's scope, the oldest first.
    pub async fn of_nomination(&mut self, found: &crate::Nominated) -> Result<Vec<ActTold>, Error> {
        let list = statement!("nomination_acts/of_nomination");
        let rows = run!(self.0, all Row, list, found.nomination.id.0)?;
        rows.into_iter().map(ActTold::try_from).collect()
    }
}
