//! Moves of people: planned, made, called off.

use model::{
    AccountId, ChangeId, EmployeeId, Move, MoveId, MoveKind, MoveState, NominationAct, NominationId, Pay, Post, Subject,
};
use policy::{Act, Permit, Viewer};
use rules::{Day, Decimal};
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, SqlInstant, day, instant, read_day};

const TABLE: &str = "moves";

/// The moves, in a transaction.
pub struct Moves<'t>(&'t mut Tx);

/// A move with what lists say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveTold {
    /// The move.
    pub told: Move,
    /// The number of whoever moves.
    pub number: String,
    /// Their name.
    pub full_name: String,
    /// The number and the name of the manager from then on, where that changes.
    pub manager: Option<(String, String)>,
    /// The number and the name of the manager before, of one that was made.
    pub from_manager: Option<(String, String)>,
}

/// A move whose day has come, as the program's own work lists it. What is kept of it may not be readable; which it is,
/// is known all the same.
#[derive(Debug)]
pub struct DueMove {
    /// Which one.
    pub id: MoveId,
    /// What is kept of it.
    pub planned: Result<Move, Error>,
}

/// Which moves are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SoughtMoves {
    /// No earlier than this.
    pub from_on: Day,
    /// No later than this.
    pub until_on: Day,
    /// Of one kind, where given.
    pub kind: Option<MoveKind>,
    /// Of which this became, where given.
    pub state: Option<MoveState>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    employee_id: Uuid,
    nomination_id: Option<Uuid>,
    kind: String,
    from_job: String,
    job: String,
    site: Option<String>,
    unit: Option<String>,
    manager_id: Option<Uuid>,
    rise_percent: Option<String>,
    reason: Option<String>,
    effective_on: SqlDay,
    state: String,
    ended_because: Option<String>,
    planned_by: Option<Uuid>,
    planned_at: SqlInstant,
    change_id: Option<Uuid>,
    from_site: Option<String>,
    from_unit: Option<String>,
    from_manager_id: Option<Uuid>,
    annual_pay: Option<String>,
    currency: Option<String>,
    number: String,
    full_name: String,
    manager_number: Option<String>,
    manager_name: Option<String>,
    from_manager_number: Option<String>,
    from_manager_name: Option<String>,
}

impl TryFrom<Row> for MoveTold {
    type Error = Error;

    fn try_from(row: Row) -> Result<MoveTold, Error> {
        let corrupt = |what: &str| Error::Corrupt { table: TABLE, what: format!("{what} of {}", row.id) };
        let number = |text: &str| text.parse::<Decimal>().map_err(|_| corrupt("a number"));
        let annual = row.annual_pay.as_deref().map(number).transpose()?;
        let rise_percent = row.rise_percent.as_deref().map(number).transpose()?;
        let told = Move {
            id: MoveId(row.id),
            employee: EmployeeId(row.employee_id),
            nomination: row.nomination_id.map(NominationId),
            kind: MoveKind::from_code(&row.kind).ok_or_else(|| corrupt("the kind"))?,
            state: MoveState::from_code(&row.state).ok_or_else(|| corrupt("the state"))?,
            from_job: row.from_job,
            job: row.job,
            from: Post { site: row.from_site, unit: row.from_unit, manager: row.from_manager_id.map(EmployeeId) },
            to: Post { site: row.site, unit: row.unit, manager: row.manager_id.map(EmployeeId) },
            rise_percent,
            pay: annual.map(|annual| Pay { annual, currency: row.currency }),
            reason: row.reason,
            effective_on: read_day(TABLE, row.effective_on)?,
            ended_because: row.ended_because,
            planned_by: row.planned_by.map(AccountId),
            planned_at: row.planned_at.to_jiff(),
            change: row.change_id.map(ChangeId),
        };
        Ok(MoveTold {
            told,
            number: row.number,
            full_name: row.full_name,
            manager: row.manager_number.zip(row.manager_name),
            from_manager: row.from_manager_number.zip(row.from_manager_name),
        })
    }
}

impl Tx {
    /// The moves.
    pub fn moves(&mut self) -> Moves<'_> {
        Moves(self)
    }
}

impl Moves<'_> {
    /// Those of a person whom the caller has found within the viewer's scope, the latest first.
    pub async fn of_person(&mut self, person: &crate::Revised, limit: u32) -> Result<Vec<MoveTold>, Error> {
        let list = statement!("moves/of_employee");
        let rows = run!(self.0, all Row, list, person.employee.id.0, i64::from(limit))?;
        rows.into_iter().map(MoveTold::try_from).collect()
    }

    /// A move, for the program's own work.
    pub async fn find(&mut self, _permit: &Permit, id: MoveId) -> Result<Option<MoveTold>, Error> {
        let row = run!(self.0, optional Row, statement!("moves/find"), id.0)?;
        row.map(MoveTold::try_from).transpose()
    }

    /// The one that is planned for a person, for the program's own work.
    pub async fn planned(&mut self, _permit: &Permit, person: EmployeeId) -> Result<Option<Move>, Error> {
        let row = run!(self.0, optional Row, statement!("moves/planned"), person.0)?;
        Ok(row.map(MoveTold::try_from).transpose()?.map(|row| row.told))
    }

    /// Those that were recorded without a nomination and whose day has come, for the program's own work.
    pub async fn due(&mut self, _permit: &Permit, on: Day, limit: u32) -> Result<Vec<DueMove>, Error> {
        let rows = run!(self.0, all Row, statement!("moves/due"), day(on), i64::from(limit))?;
        let due = |row: Row| DueMove { id: MoveId(row.id), planned: MoveTold::try_from(row).map(|row| row.told) };
        Ok(rows.into_iter().map(due).collect())
    }

    /// Those that are looked for of the people whom a viewer looks at as HR, the latest first; before a day and an id.
    pub async fn search(
        &mut self,
        viewer: &Viewer,
        sought: &SoughtMoves,
        before: (Day, MoveId),
        limit: u32,
    ) -> Result<Vec<MoveTold>, Error> {
        let (own, account) = (viewer.employee.map(|id| id.0), viewer.account.0);
        let (kind, state) = (sought.kind.map(MoveKind::code), sought.state.map(MoveState::code));
        let rows = run!(
            self.0,
            all Row,
            statement!("moves/search"),
            own,
            account,
            day(viewer.on),
            day(sought.from_on),
            day(before.0),
            before.1.0,
            kind,
            state,
            i64::from(limit),
        )?;
        rows.into_iter().map(MoveTold::try_from).collect()
    }

    /// Everybody's that are looked for, by day, after a day and an id.
    pub async fn list(
        &mut self,
        permit: &Permit,
        sought: &SoughtMoves,
        after: (Day, MoveId),
        limit: u32,
    ) -> Result<Vec<MoveTold>, Error> {
        if permit.act() != Act::Import {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let (kind, state) = (sought.kind.map(MoveKind::code), sought.state.map(MoveState::code));
        let rows = run!(
            self.0,
            all Row,
            statement!("moves/list"),
            day(after.0),
            after.1.0,
            day(sought.until_on),
            kind,
            state,
            i64::from(limit),
        )?;
        rows.into_iter().map(MoveTold::try_from).collect()
    }

    /// Plans one. Whether no other is planned for that person.
    pub async fn plan(&mut self, permit: &Permit, new: &Move) -> Result<bool, Error> {
        covers(permit, new, &[Act::RecordMove], &[NominationAct::Approve])?;
        let written = run!(
            self.0,
            execute statement!("moves/plan"),
            new.id.0,
            new.employee.0,
            new.nomination.map(|id| id.0),
            new.kind.code(),
            new.from_job.clone(),
            new.job.clone(),
            new.to.site.clone(),
            new.to.unit.clone(),
            new.to.manager.map(|id| id.0),
            new.rise_percent.map(|rise| rise.to_string()),
            new.reason.clone(),
            day(new.effective_on),
            new.planned_by.map(|id| id.0),
            instant(new.planned_at),
        )?;
        Ok(written == 1)
    }

    /// Notes that a planned one was made: the job and the post before it, what pay came to, the change that recorded
    /// it. Whether it was planned still.
    pub async fn make(&mut self, permit: &Permit, made: &Move) -> Result<bool, Error> {
        covers(permit, made, &[Act::Move], &[])?;
        let written = run!(
            self.0,
            execute statement!("moves/make"),
            made.id.0,
            made.change.map(|id| id.0),
            made.from_job.clone(),
            made.from.site.clone(),
            made.from.unit.clone(),
            made.from.manager.map(|id| id.0),
            made.pay.as_ref().map(|pay| pay.annual.to_string()),
            made.pay.as_ref().and_then(|pay| pay.currency.clone()),
        )?;
        Ok(written == 1)
    }

    /// Notes that a planned one will not be made. Whether it was planned still.
    pub async fn end(
        &mut self,
        permit: &Permit,
        planned: &Move,
        state: MoveState,
        because: Option<&str>,
    ) -> Result<bool, Error> {
        covers(permit, planned, &[Act::RecordMove, Act::Move], &[NominationAct::CallOff, NominationAct::Reopen])?;
        let because = because.map(str::to_owned);
        Ok(run!(self.0, execute statement!("moves/end"), planned.id.0, state.code(), because)? == 1)
    }
}

/// An act on the person, or one on the nomination with which it was approved.
fn covers(permit: &Permit, one: &Move, acts: &[Act], with: &[NominationAct]) -> Result<(), Error> {
    let on_person = acts.iter().any(|act| permit.covers(*act, Subject::Employee(one.employee)));
    let on_nomination = one
        .nomination
        .is_some_and(|id| with.iter().any(|act| permit.covers(Act::Nominate(*act), Subject::Nomination(id))));
    if on_person || on_nomination { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}
