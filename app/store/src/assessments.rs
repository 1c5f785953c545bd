//! Stored assessments: status and dates, for the tracks from the job held.

use model::EmployeeId;
use policy::{Act, Permit, Viewer};
use rules::{Day, Decision, NextVersion, NotApplicableReason, Status};

use crate::error::Error;
use crate::statement::{run, scoped, statement};
use crate::tx::Tx;
use crate::value::{SqlDay, day, read_day, read_optional_day};

const TABLE: &str = "assessments";

/// The stored assessments, in a transaction.
pub struct Assessments<'t>(&'t mut Tx);

/// What is kept of an assessment. A date that equalled `as_of` when it was made means: on the day of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAssessment {
    /// The track's code.
    pub track: String,
    /// The day it was made as of.
    pub as_of: Day,
    /// The version that judged.
    pub criteria_effective_from: Day,
    /// Status and dates.
    pub decision: Decision,
}

#[derive(sqlx::FromRow)]
struct Row {
    track: String,
    as_of: SqlDay,
    criteria_effective_from: SqlDay,
    status: String,
    reason: Option<String>,
    eligible_since: Option<SqlDay>,
    earliest_on: Option<SqlDay>,
    earliest_on_if_verified: Option<SqlDay>,
    earliest_on_if_known: Option<SqlDay>,
    lapses_on: Option<SqlDay>,
    next_change_on: Option<SqlDay>,
    stale_on: Option<SqlDay>,
    next_effective_from: Option<SqlDay>,
    next_status: Option<String>,
    next_earliest_on: Option<SqlDay>,
}

impl TryFrom<Row> for StoredAssessment {
    type Error = Error;

    fn try_from(row: Row) -> Result<StoredAssessment, Error> {
        let corrupt = |what: &str| Error::Corrupt { table: TABLE, what: what.to_owned() };
        let status = |code: &str| Status::from_code(code).ok_or_else(|| corrupt(code));
        let reason = |code: String| NotApplicableReason::from_code(&code).ok_or_else(|| corrupt(&code));
        let on = |day| read_optional_day(TABLE, day);
        let next_version = match (on(row.next_effective_from)?, &row.next_status) {
            (Some(effective_from), Some(code)) => {
                Some(NextVersion { effective_from, status: status(code)?, earliest_on: on(row.next_earliest_on)? })
            }
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return Err(corrupt("half a next version")),
        };
        Ok(StoredAssessment {
            as_of: read_day(TABLE, row.as_of)?,
            criteria_effective_from: read_day(TABLE, row.criteria_effective_from)?,
            decision: Decision {
                status: status(&row.status)?,
                reason: row.reason.map(reason).transpose()?,
                eligible_since: on(row.eligible_since)?,
                earliest_on: on(row.earliest_on)?,
                earliest_on_if_verified: on(row.earliest_on_if_verified)?,
                earliest_on_if_known: on(row.earliest_on_if_known)?,
                lapses_on: on(row.lapses_on)?,
                next_change_on: on(row.next_change_on)?,
                stale_on: on(row.stale_on)?,
                next_version,
            },
            track: row.track,
        })
    }
}

impl Tx {
    /// The stored assessments.
    pub fn assessments(&mut self) -> Assessments<'_> {
        Assessments(self)
    }
}

impl Assessments<'_> {
    /// A person's, by track, if they are in the viewer's scope.
    pub async fn of_person(&mut self, viewer: &Viewer, person: EmployeeId) -> Result<Vec<StoredAssessment>, Error> {
        let list = scoped!(viewer, "assessments/of_person");
        let rows = run!(
            self.0,
            all Row,
            list,
            viewer.employee.map(|id| id.0),
            viewer.account.0,
            day(viewer.on),
            person.0,
        )?;
        rows.into_iter().map(StoredAssessment::try_from).collect()
    }

    /// Puts a person's assessments in place of those stored before.
    pub async fn save(&mut self, permit: &Permit, person: EmployeeId, all: &[StoredAssessment]) -> Result<(), Error> {
        if permit.act() != Act::Assess {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        run!(self.0, execute statement!("assessments/clear"), person.0)?;
        for one in all {
            let decision = &one.decision;
            run!(
                self.0,
                execute statement!("assessments/save"),
                person.0,
                one.track.clone(),
                day(one.as_of),
                day(one.criteria_effective_from),
                decision.status.code(),
                decision.reason.map(NotApplicableReason::code),
                decision.eligible_since.map(day),
                decision.earliest_on.map(day),
                decision.earliest_on_if_verified.map(day),
                decision.earliest_on_if_known.map(day),
                decision.lapses_on.map(day),
                decision.next_change_on.map(day),
                decision.stale_on.map(day),
                decision.next_version.map(|next| day(next.effective_from)),
                decision.next_version.map(|next| next.status.code()),
                decision.next_version.and_then(|next| next.earliest_on).map(day),
            )?;
        }
        Ok(())
    }
}
