//! Stored assessments: status, dates and how the criteria stand, for the tracks from the job held.

use std::borrow::Cow;

use model::EmployeeId;
use policy::{Act, Permit, Viewer};
use rules::{Day, Decision, NextVersion, NotApplicableReason, State, Status};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, scoped, statement};
use crate::tx::Tx;
use crate::value::{day, read_rows};

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
    /// How every criterion stands, groups included, in the order of the findings.
    pub states: Vec<State>,
}

/// As it is read: in the order of [`as_json`].
#[derive(serde::Deserialize)]
struct Row<'t> {
    employee_id: Uuid,
    track: String,
    as_of: Day,
    criteria_effective_from: Day,
    #[serde(borrow)]
    status: Cow<'t, str>,
    reason: Option<Cow<'t, str>>,
    eligible_since: Option<Day>,
    earliest_on: Option<Day>,
    earliest_on_if_verified: Option<Day>,
    earliest_on_if_known: Option<Day>,
    lapses_on: Option<Day>,
    next_change_on: Option<Day>,
    stale_on: Option<Day>,
    next_effective_from: Option<Day>,
    next_status: Option<Cow<'t, str>>,
    next_earliest_on: Option<Day>,
    states: Cow<'t, str>,
}

/// Every one that came as one text, with whose it is.
fn read(text: &str) -> Result<Vec<(EmployeeId, StoredAssessment)>, Error> {
    let rows: Vec<Row> = read_rows(TABLE, text)?;
    rows.into_iter().map(|row| Ok((EmployeeId(row.employee_id), row.try_into()?))).collect()
}

impl StoredAssessment {
    /// As it reads on a day until it is stale: an earliest day that was the day it was made is the day of reading.
    pub fn on(mut self, today: Day) -> StoredAssessment {
        let decision = &mut self.decision;
        let next = decision.next_version.as_mut().map(|next| &mut next.earliest_on);
        let earliest = [
            Some(&mut decision.earliest_on),
            Some(&mut decision.earliest_on_if_verified),
            Some(&mut decision.earliest_on_if_known),
            next,
        ];
        for day in earliest.into_iter().flatten().filter(|day| **day == Some(self.as_of)) {
            *day = Some(today);
        }
        self.as_of = today;
        self
    }

    /// The day since which, or on which, somebody is eligible, where one is known.
    pub fn due_on(&self) -> Option<Day> {
        match self.decision.status {
            Status::Eligible => self.decision.eligible_since,
            Status::OnCourse | Status::CannotTell | Status::NeedsAction | Status::NotApplicable => {
                self.decision.earliest_on
            }
        }
    }
}

impl TryFrom<Row<'_>> for StoredAssessment {
    type Error = Error;

    fn try_from(row: Row<'_>) -> Result<StoredAssessment, Error> {
        let corrupt = |what: &str| Error::Corrupt { table: TABLE, what: what.to_owned() };
        let status = |code: &str| Status::from_code(code).ok_or_else(|| corrupt(code));
        let reason = |code: &str| NotApplicableReason::from_code(code).ok_or_else(|| corrupt(code));
        let next_version = match (row.next_effective_from, &row.next_status) {
            (Some(effective_from), Some(code)) => {
                Some(NextVersion { effective_from, status: status(code)?, earliest_on: row.next_earliest_on })
            }
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return Err(corrupt("half a next version")),
        };
        let state = |code| State::from_code(code).ok_or_else(|| corrupt(code));
        Ok(StoredAssessment {
            states: row.states.split_whitespace().map(state).collect::<Result<_, _>>()?,
            as_of: row.as_of,
            criteria_effective_from: row.criteria_effective_from,
            decision: Decision {
                status: status(&row.status)?,
                reason: row.reason.as_deref().map(reason).transpose()?,
                eligible_since: row.eligible_since,
                earliest_on: row.earliest_on,
                earliest_on_if_verified: row.earliest_on_if_verified,
                earliest_on_if_known: row.earliest_on_if_known,
                lapses_on: row.lapses_on,
                next_change_on: row.next_change_on,
                stale_on: row.stale_on,
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
    /// Those of some people, as far as they are in the viewer's scope, by person and track.
    pub async fn of_page(
        &mut self,
        viewer: &Viewer,
        people: &[EmployeeId],
    ) -> Result<Vec<(EmployeeId, StoredAssessment)>, Error> {
        let ids: Vec<String> = people.iter().map(|id| hex(*id)).collect();
        let (rows,) = run!(
            self.0,
            one(String,),
            scoped!(viewer, "assessments/of_page", split),
            viewer.employee.map(|id| id.0),
            viewer.account.0,
            day(viewer.on),
            json!(ids).to_string(),
        )?;
        read(&rows)
    }

    /// Those of some people, for the program's own work.
    pub async fn of_people(
        &mut self,
        _permit: &Permit,
        people: &[EmployeeId],
    ) -> Result<Vec<(EmployeeId, StoredAssessment)>, Error> {
        let ids: Vec<String> = people.iter().map(|id| hex(*id)).collect();
        let of_people = statement!("assessments/of_people", split);
        let (rows,) = run!(self.0, one(String,), of_people, json!(ids).to_string())?;
        read(&rows)
    }

    /// Puts people's assessments in place of those stored before.
    pub async fn save(&mut self, permit: &Permit, people: &[(EmployeeId, Vec<StoredAssessment>)]) -> Result<(), Error> {
        if permit.act() != Act::Assess {
            return Err(Error::WrongPermit(permit.act().code()));
        }
        let ids: Vec<String> = people.iter().map(|(id, _)| hex(*id)).collect();
        run!(self.0, execute statement!("assessments/clear", split), json!(ids).to_string())?;
        let rows = people.iter().flat_map(|(id, all)| all.iter().map(|one| as_json(*id, one)));
        let rows = Value::Array(rows.collect()).to_string();
        run!(self.0, execute statement!("assessments/save", split), rows)?;
        Ok(())
    }
}

fn hex(id: EmployeeId) -> String {
    id.0.simple().to_string()
}

/// In the order of `queries/assessments/save`, and of those that read.
fn as_json(person: EmployeeId, one: &StoredAssessment) -> Value {
    let decision = &one.decision;
    let on = |day: Option<Day>| day.map(|day| day.to_string());
    let next = decision.next_version;
    json!([
        hex(person),
        one.track,
        one.as_of.to_string(),
        one.criteria_effective_from.to_string(),
        decision.status.code(),
        decision.reason.map(NotApplicableReason::code),
        on(decision.eligible_since),
        on(decision.earliest_on),
        on(decision.earliest_on_if_verified),
        on(decision.earliest_on_if_known),
        on(decision.lapses_on),
        on(decision.next_change_on),
        on(decision.stale_on),
        on(next.map(|next| next.effective_from)),
        next.map(|next| next.status.code()),
        on(next.and_then(|next| next.earliest_on)),
        one.states.iter().map(|state| state.code()).collect::<Vec<_>>().join(" "),
    ])
}
