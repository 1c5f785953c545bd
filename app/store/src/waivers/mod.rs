//! Waivers: asked for, answered, ended. That a granted one counts is a fact of the person beside.

use model::{
    AccountId, EmployeeId, Instant, NominationAct, NominationId, Reason, Subject, Waiver, WaiverId, WaiverState,
};
use policy::{Act, Permit, Viewer};
use rules::Day;
use uuid::Uuid;

use crate::error::Error;
use crate::nominations::Nominated;
use crate::statement::{query, run, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, SqlInstant, day, instant, read_day, read_optional_day};

const TABLE: &str = "waivers";

/// The waivers, in a transaction.
pub struct Waivers<'t>(&'t mut Tx);

/// A waiver as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaiverTold {
    /// The waiver.
    pub told: Waiver,
    /// The number of whom it is for.
    pub number: String,
    /// Their name.
    pub full_name: String,
    /// Where they work.
    pub site: Option<String>,
    /// The name of who asked.
    pub asked_by_name: String,
    /// When.
    pub asked_at: Instant,
    /// The name of who answered.
    pub answered_by_name: Option<String>,
    /// When.
    pub answered_at: Option<Instant>,
}

/// Which are looked for; what is left out asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SoughtWaivers {
    /// Where they stand.
    pub state: Option<WaiverState>,
    /// Who asked.
    pub asked_by: Option<AccountId>,
    /// The number of whom they are for.
    pub person: Option<String>,
    /// The code of the track.
    pub track: Option<String>,
    /// The criterion, by its id.
    pub criterion: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    nomination_id: Uuid,
    employee_id: Uuid,
    track: String,
    criterion: String,
    reason: String,
    words: String,
    from_on: SqlDay,
    until_on: SqlDay,
    asked_by: Uuid,
    asked_at: SqlInstant,
    state: String,
    answered_by: Option<Uuid>,
    answered_at: Option<SqlInstant>,
    answer_words: Option<String>,
    ended_on: Option<SqlDay>,
    end_words: Option<String>,
    number: String,
    full_name: String,
    site: Option<String>,
    asked_by_name: String,
    answered_by_name: Option<String>,
}

impl TryFrom<Row> for WaiverTold {
    type Error = Error;

    fn try_from(row: Row) -> Result<WaiverTold, Error> {
        let corrupt = |what: &str| Error::Corrupt { table: TABLE, what: format!("{what} of {}", row.id) };
        let told = Waiver {
            id: WaiverId(row.id),
            nomination: NominationId(row.nomination_id),
            employee: EmployeeId(row.employee_id),
            reason: Reason::from_code(&row.reason).ok_or_else(|| corrupt("the reason"))?,
            state: WaiverState::from_code(&row.state).ok_or_else(|| corrupt("the state"))?,
            track: row.track,
            criterion: row.criterion,
            words: row.words,
            from_on: read_day(TABLE, row.from_on)?,
            until_on: read_day(TABLE, row.until_on)?,
            asked_by: AccountId(row.asked_by),
            answered_by: row.answered_by.map(AccountId),
            answer_words: row.answer_words,
            ended_on: read_optional_day(TABLE, row.ended_on)?,
            end_words: row.end_words,
        };
        Ok(WaiverTold {
            told,
            number: row.number,
            full_name: row.full_name,
            site: row.site,
            asked_by_name: row.asked_by_name,
            asked_at: row.asked_at.to_jiff(),
            answered_by_name: row.answered_by_name,
            answered_at: row.answered_at.map(SqlInstant::to_jiff),
        })
    }
}

/// A read behind the scope of those who are shown everybody's: `$1` to `$3` are the viewer's.
macro_rules! shown {
    ($name:literal) => {
        statement!(concat $name "", concat!(query!("scope/waivers.sql"), query!($name, ".sql")))
    };
}

mod counts;

pub use counts::{CountedBy, WaiverCount};

impl Tx {
    /// The waivers.
    pub fn waivers(&mut self) -> Waivers<'_> {
        Waivers(self)
    }
}

impl Waivers<'_> {
    /// One that the viewer is shown among everybody's.
    pub async fn find(&mut self, viewer: &Viewer, id: WaiverId) -> Result<Option<WaiverTold>, Error> {
        let (own, account, on) = scope(viewer);
        let row = run!(self.0, optional Row, shown!("waivers/find"), own, account, on, id.0)?;
        row.map(WaiverTold::try_from).transpose()
    }

    /// Those that the viewer is shown, the latest first, before one where given.
    pub async fn list(
        &mut self,
        viewer: &Viewer,
        sought: &SoughtWaivers,
        before: Option<WaiverId>,
        limit: u32,
    ) -> Result<Vec<WaiverTold>, Error> {
        let (own, account, on) = scope(viewer);
        let rows = run!(
            self.0,
            all Row,
            shown!("waivers/list"),
            own,
            account,
            on,
            before.map_or(Uuid::max(), |id| id.0),
            sought.state.map(WaiverState::code),
            sought.asked_by.map(|id| id.0),
            sought.person.clone(),
            sought.track.clone(),
            sought.criterion.clone(),
            i64::from(limit),
        )?;
        rows.into_iter().map(WaiverTold::try_from).collect()
    }

    /// Those of a nomination that the caller has found within the viewer's scope, the oldest first.
    pub async fn of_nomination(&mut self, found: &Nominated, limit: u32) -> Result<Vec<WaiverTold>, Error> {
        let list = statement!("waivers/of_nomination");
        let rows = run!(self.0, all Row, list, found.nomination.id.0, i64::from(limit))?;
        rows.into_iter().map(WaiverTold::try_from).collect()
    }

    /// Who asked for one in a nomination that the caller has found within the viewer's scope.
    pub async fn askers(&mut self, found: &Nominated) -> Result<Vec<AccountId>, Error> {
        let rows = run!(self.0, all(Uuid,), statement!("waivers/askers"), found.nomination.id.0)?;
        Ok(rows.into_iter().map(|(id,)| AccountId(id)).collect())
    }

    /// Asks for one. Whether no other of that person, track and criterion waits for its answer.
    pub async fn ask(&mut self, permit: &Permit, waiver: &Waiver) -> Result<bool, Error> {
        covers(permit, NominationAct::AskWaiver, waiver)?;
        let at = instant(self.0.ctx.now);
        let asked = run!(
            self.0,
            execute statement!("waivers/ask"),
            waiver.id.0,
            waiver.nomination.0,
            waiver.employee.0,
            waiver.track.clone(),
            waiver.criterion.clone(),
            waiver.reason.code(),
            waiver.words.clone(),
            day(waiver.from_on),
            day(waiver.until_on),
            waiver.asked_by.0,
            at,
        )?;
        Ok(asked == 1)
    }

    /// Answers one, by the act of the permit. Whether it still waited.
    pub async fn answer(&mut self, permit: Permit, waiver: &Waiver, words: Option<&str>) -> Result<bool, Error> {
        let (act, state) = match permit.act() {
            Act::Nominate(NominationAct::RefuseWaiver) => (NominationAct::RefuseWaiver, WaiverState::Refused),
            _ => (NominationAct::GrantWaiver, WaiverState::Granted),
        };
        covers(&permit, act, waiver)?;
        let (by, at, words) = (permit.account().map(|id| id.0), instant(self.0.ctx.now), words.map(str::to_owned));
        Ok(run!(self.0, execute statement!("waivers/answer"), waiver.id.0, state.code(), by, at, words)? == 1)
    }

    /// Nobody will answer any more what was asked for in a nomination: with the permit of the act that ends it.
    pub async fn lapse(&mut self, permit: &Permit, nomination: NominationId) -> Result<u64, Error> {
        let is_step = matches!(permit.act(), Act::Nominate(_)) && permit.subject() == Subject::Nomination(nomination);
        if !is_step {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        run!(self.0, execute statement!("waivers/lapse"), nomination.0)
    }

    /// Ends one from a day on. Whether it still counted.
    pub async fn end(&mut self, permit: &Permit, waiver: &Waiver, on: Day, words: &str) -> Result<bool, Error> {
        if !permit.covers(Act::Waive, Subject::Employee(waiver.employee)) {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let (by, words) = (permit.account().map(|id| id.0), words.to_owned());
        Ok(run!(self.0, execute statement!("waivers/end"), waiver.id.0, day(on), by, words)? == 1)
    }
}

fn covers(permit: &Permit, act: NominationAct, waiver: &Waiver) -> Result<(), Error> {
    let allowed = permit.covers(Act::Nominate(act), Subject::Nomination(waiver.nomination));
    if allowed { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}

fn scope(viewer: &Viewer) -> (Option<Uuid>, Uuid, SqlDay) {
    (viewer.employee.map(|id| id.0), viewer.account.0, day(viewer.on))
}
