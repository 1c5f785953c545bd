//! Nominations: where each stands, for those who have a part in it.

use model::{
    AccountId, Attention, Case, Closing, EmployeeId, FactId, Frozen, Nomination, NominationAct, NominationId, Once,
    State, Subject, Told, Turn,
};
use policy::{Act, Permit, Viewer};
use rules::Day;
use serde_json::json;
use uuid::Uuid;

use crate::employees::ids;
use crate::error::Error;
use crate::statement::{query, run, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, day, read_day, read_optional_day};

const TABLE: &str = "nominations";

/// The nominations, in a transaction.
pub struct Nominations<'t>(&'t mut Tx);

/// A nomination with what lists show of its candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nominated {
    /// The nomination.
    pub nomination: Nomination,
    /// The candidate's number.
    pub number: String,
    /// The candidate's name.
    pub full_name: String,
    /// The code of the job they hold, or held last.
    pub job: String,
    /// Where they work.
    pub site: Option<String>,
    /// Their last day.
    pub left_on: Option<Day>,
    /// Their manager.
    pub manager: Option<EmployeeId>,
    /// The revision of what is known of them.
    pub employee_revision: i64,
}

/// A nomination of a list for the program's own work. One that cannot be read keeps none of the others back.
#[derive(Debug)]
pub struct Listed {
    /// Which one.
    pub id: NominationId,
    /// The candidate.
    pub employee: EmployeeId,
    /// The code of the track.
    pub track: String,
    /// What is kept of it.
    pub nominated: Result<Nominated, Error>,
}

impl From<Row> for Listed {
    fn from(row: Row) -> Listed {
        let (id, employee, track) = (NominationId(row.id), EmployeeId(row.employee_id), row.track.clone());
        Listed { id, employee, track, nominated: Nominated::try_from(row) }
    }
}

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Uuid,
    employee_id: Uuid,
    track: String,
    state: String,
    since_on: SqlDay,
    answer_by: Option<SqlDay>,
    told_candidate: bool,
    told_hr: bool,
    nominator_id: Option<Uuid>,
    on_behalf_of: Option<Uuid>,
    case_text: String,
    case_facts: String,
    asked_on: Option<SqlDay>,
    reviewer_id: Option<Uuid>,
    decider_id: Option<Uuid>,
    effective_on: Option<SqlDay>,
    asked_hr: bool,
    appealed: bool,
    reopened_for: Option<String>,
    revision: i64,
    attention: i64,
    frozen_revision: Option<i64>,
    number: String,
    full_name: String,
    job: String,
    site: Option<String>,
    left_on: Option<SqlDay>,
    manager_id: Option<Uuid>,
    employee_revision: i64,
}

impl TryFrom<Row> for Nominated {
    type Error = Error;

    fn try_from(row: Row) -> Result<Nominated, Error> {
        let corrupt = |what: &str| Error::Corrupt { table: TABLE, what: format!("{what} of {}", row.id) };
        let facts: Vec<FactId> = serde_json::from_str(&row.case_facts).map_err(|_| corrupt("the facts"))?;
        let closing = |code: &str| Closing::from_code(code).ok_or_else(|| corrupt("why it was reopened"));
        let attention = Attention::from_rank(row.attention).ok_or_else(|| corrupt("the attention"))?;
        let nomination = Nomination {
            id: NominationId(row.id),
            employee: EmployeeId(row.employee_id),
            state: State::from_code(&row.state).ok_or_else(|| corrupt("the state"))?,
            since_on: read_day(TABLE, row.since_on)?,
            answer_by: read_optional_day(TABLE, row.answer_by)?,
            told: Told { candidate: row.told_candidate, hr: row.told_hr },
            nominator: row.nominator_id.map(AccountId),
            on_behalf_of: row.on_behalf_of.map(EmployeeId),
            case: Case { text: row.case_text, facts },
            asked_on: read_optional_day(TABLE, row.asked_on)?,
            reviewer: row.reviewer_id.map(AccountId),
            decider: row.decider_id.map(AccountId),
            effective_on: read_optional_day(TABLE, row.effective_on)?,
            once: Once { asked_hr: row.asked_hr, appealed: row.appealed },
            reopened_for: row.reopened_for.as_deref().map(closing).transpose()?,
            frozen: row.frozen_revision.map(|revision| Frozen { revision, attention }),
            revision: row.revision,
            track: row.track,
        };
        Ok(Nominated {
            nomination,
            number: row.number,
            full_name: row.full_name,
            job: row.job,
            site: row.site,
            left_on: read_optional_day(TABLE, row.left_on)?,
            manager: row.manager_id.map(EmployeeId),
            employee_revision: row.employee_revision,
        })
    }
}

/// A read behind the scope of those who have a part in it: `$1` to `$3` are the viewer's.
macro_rules! involved {
    ($name:literal) => {
        statement!(concat $name "", concat!(query!($name, ".sql"), query!("scope/involved.sql")))
    };
    ($name:literal, $end:literal) => {
        statement!(concat $name "", concat!(query!($name, ".sql"), query!("scope/involved.sql"), query!($end)))
    };
}

impl Tx {
    /// The nominations.
    pub fn nominations(&mut self) -> Nominations<'_> {
        Nominations(self)
    }
}

impl Nominations<'_> {
    /// A nomination in which the viewer has a part.
    pub async fn find(&mut self, viewer: &Viewer, id: NominationId) -> Result<Option<Nominated>, Error> {
        let (own, account, on) = scope(viewer);
        let row = run!(self.0, optional Row, involved!("nominations/find"), own, account, on, id.0)?;
        row.map(Nominated::try_from).transpose()
    }

    /// Those of a person in which the viewer has a part, the latest first.
    pub async fn of_person(
        &mut self,
        viewer: &Viewer,
        person: EmployeeId,
        limit: u32,
    ) -> Result<Vec<Nominated>, Error> {
        let (own, account, on) = scope(viewer);
        let list = involved!("nominations/of_person", "scope/latest_first.sql");
        let rows = run!(self.0, all Row, list, own, account, on, person.0, i64::from(limit))?;
        rows.into_iter().map(Nominated::try_from).collect()
    }

    /// Those in which the viewer has a part, the latest first, before one where given.
    pub async fn list(
        &mut self,
        viewer: &Viewer,
        before: Option<NominationId>,
        limit: u32,
    ) -> Result<Vec<Nominated>, Error> {
        let (own, account, on) = scope(viewer);
        let list = involved!("nominations/list", "scope/latest_first.sql");
        let before = before.map_or(Uuid::max(), |id| id.0);
        let rows = run!(self.0, all Row, list, own, account, on, before, i64::from(limit))?;
        rows.into_iter().map(Nominated::try_from).collect()
    }

    /// A nomination, for the program's own work.
    pub async fn find_by_id(&mut self, _permit: &Permit, id: NominationId) -> Result<Option<Nominated>, Error> {
        let row = run!(self.0, optional Row, statement!("nominations/find_by_id"), id.0)?;
        row.map(Nominated::try_from).transpose()
    }

    /// Those whose last day for an answer was before a day, for the program's own work.
    pub async fn unanswered(&mut self, _permit: &Permit, on: Day, limit: u32) -> Result<Vec<Listed>, Error> {
        let rows = run!(self.0, all Row, statement!("nominations/unanswered"), day(on), i64::from(limit))?;
        Ok(rows.into_iter().map(Listed::from).collect())
    }

    /// Approved ones whose effective day has come, for the program's own work.
    pub async fn due(&mut self, _permit: &Permit, on: Day, limit: u32) -> Result<Vec<Listed>, Error> {
        let rows = run!(self.0, all Row, statement!("nominations/due"), day(on), i64::from(limit))?;
        Ok(rows.into_iter().map(Listed::from).collect())
    }

    /// Those under way by candidate and track, after one of them, for the program's own work.
    pub async fn open_after(
        &mut self,
        _permit: &Permit,
        (person, track): (EmployeeId, &str),
        limit: u32,
    ) -> Result<Vec<Listed>, Error> {
        let list = statement!("nominations/open_after");
        let rows = run!(self.0, all Row, list, person.0, track, i64::from(limit))?;
        Ok(rows.into_iter().map(Listed::from).collect())
    }

    /// Whether one is under way for a person on a track, for the program's own work.
    pub async fn is_open(&mut self, _permit: &Permit, person: EmployeeId, track: &str) -> Result<bool, Error> {
        let found = run!(self.0, optional(Uuid,), statement!("nominations/is_open"), person.0, track)?;
        Ok(found.is_some())
    }

    /// Begins one. Whether no other is under way for that person and track.
    pub async fn add(&mut self, permit: &Permit, nomination: &Nomination) -> Result<bool, Error> {
        let begins = [NominationAct::Start, NominationAct::ShowInterest];
        let subject = Subject::Nomination(nomination.id);
        if !begins.iter().any(|act| permit.covers(Act::Nominate(*act), subject)) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        Ok(self.write(statement!("nominations/add"), nomination).await? == 1)
    }

    /// Saves what an act made of one. Whether nobody saved it in between.
    pub async fn save(&mut self, permit: Permit, nomination: &Nomination) -> Result<bool, Error> {
        let is_step = matches!(permit.act(), Act::Nominate(_));
        if !is_step || permit.subject() != Subject::Nomination(nomination.id) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let turn = nomination.turn().map(Turn::rank);
        if turn.is_some() {
            // Whatever is recorded of the candidate meanwhile comes before this, or hears of it.
            self.0.employees().lock(&permit, &[nomination.employee]).await?;
        }
        let saved = self.write(statement!("nominations/save"), nomination).await? == 1;
        if saved {
            run!(self.0, execute statement!("nominations/take_turn"), nomination.id.0, turn)?;
        }
        Ok(saved)
    }

    async fn write(&mut self, write: crate::statement::Statement, nomination: &Nomination) -> Result<u64, Error> {
        let one = nomination;
        Ok(run!(
            self.0,
            execute write,
            one.id.0,
            one.employee.0,
            one.track.clone(),
            one.state.code(),
            one.state.is_open(),
            day(one.since_on),
            one.answer_by.map(day),
            one.told.candidate,
            one.told.hr,
            one.nominator.map(|id| id.0),
            one.on_behalf_of.map(|id| id.0),
            one.case.text.clone(),
            json!(one.case.facts).to_string(),
            one.asked_on.map(day),
            one.reviewer.map(|id| id.0),
            one.decider.map(|id| id.0),
            one.effective_on.map(day),
            one.once.asked_hr,
            one.once.appealed,
            one.reopened_for.map(Closing::code),
            one.revision,
            one.frozen.map_or(0, |frozen| frozen.attention.rank()),
            one.frozen.map(|frozen| frozen.revision),
        )?)
    }
}

/// What waits for HR hears that something was recorded of people, and where they work now.
pub(crate) async fn hear_of(tx: &mut Tx, people: &[EmployeeId]) -> Result<(), Error> {
    run!(tx, execute statement!("nominations/hear_of", split), ids(people))?;
    Ok(())
}

/// Everything that waits for HR hears that something was recorded of everyone.
pub(crate) async fn hear_of_all(tx: &mut Tx) -> Result<(), Error> {
    run!(tx, execute statement!("nominations/hear_of_all"))?;
    Ok(())
}

/// The viewer, as scopes take them.
pub(crate) fn scope(viewer: &Viewer) -> (Option<Uuid>, Uuid, SqlDay) {
    (viewer.employee.map(|id| id.0), viewer.account.0, day(viewer.on))
}
