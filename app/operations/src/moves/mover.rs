//! Whoever moves, and the move itself: the open assignment ends the day before, the next one opens, and everything that
//! follows from it is so at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use files::{Person, RowReader};
use model::{
    Body, Change, ChangeId, Closing, Employee, EmployeeId, Event, Fact, FactKind, KnownFact, Move, MoveState, Origin,
    Pay, Post, Refusal, Subject, fold,
};
use policy::{Act, Context, Permit, authorize_system};
use rules::{Day, Decimal, Entry, Ladder};
use store::{NewFact, Tx};

use super::told::tell;
use crate::Error;
use crate::assess::assess_person;
use crate::kept::{employee_of, facts_of, person_of};
use crate::ladder::in_force;

/// What a move writes to.
const KINDS: &[FactKind] = &[FactKind::Employee, FactKind::Pay, FactKind::Assignment];

/// A person with all that is known of them.
pub(crate) struct Mover {
    pub(crate) employee: Employee,
    pub(crate) ladder: Arc<Ladder>,
    known: Vec<KnownFact>,
    person: Person,
}

/// Leave for the program to move a person.
fn permit(person: EmployeeId) -> Permit {
    authorize_system(Act::Move, Subject::Employee(person))
}

/// What became of a move that was not made.
pub(crate) fn not_made(hindered: Closing) -> MoveState {
    if hindered == Closing::Left { MoveState::Left } else { MoveState::Moved }
}

/// Whether somebody can be the manager of a person on a day: they are there, and do not stand below.
pub(super) async fn leads_on(tx: &mut Tx, manager: &Employee, whose: EmployeeId, on: Day) -> Result<bool, Error> {
    let above = tx.reporting_lines().above(&permit(whose), &[manager.id]).await?;
    let is_below = manager.id == whose || above.iter().any(|(_, above)| *above == whose);
    Ok(!is_below && manager.left_on.is_none_or(|left_on| on <= left_on))
}

impl Mover {
    /// Locks a person until the transaction ends, after the lock under which reporting lines change, and reads them.
    pub(crate) async fn lock(tx: &mut Tx, id: EmployeeId) -> Result<Mover, Error> {
        tx.company().lock().await?;
        tx.employees().bump(&permit(id), id).await?;
        Mover::read(tx, id).await
    }

    /// Reads a person, to see what a move would come to.
    pub(crate) async fn read(tx: &mut Tx, id: EmployeeId) -> Result<Mover, Error> {
        let employee = tx.employees().find_by_id(&permit(id), id).await?.ok_or(Error::Hidden)?.employee;
        let known = tx.facts().current_of(&permit(id), &[id]).await?;
        let known: Vec<KnownFact> = known.into_iter().map(|(_, _, known)| known).collect();
        let ladder = in_force(tx).await?.ladder;
        let person = person_of(&RowReader::new(&ladder), &employee.number, known.iter().map(|known| &known.fact))?;
        Ok(Mover { employee, ladder, known, person })
    }

    /// What stands against a move on a day: they are employed no longer, or hold none of these jobs.
    pub(crate) fn hindered(&self, on: Day, jobs: &[&str]) -> Option<Closing> {
        let facts = self.person.facts();
        let is_then = |from: Day, until: Option<Day>| from <= on && until.is_none_or(|until| on <= until);
        if !facts.employments.iter().any(|one| is_then(one.hired_on, one.left_on)) {
            return Some(Closing::Left);
        }
        let mut held = facts.assignments.iter().filter(|one| is_then(one.started_on, one.ended_on));
        let holds_one = held.any(|one| jobs.contains(&self.ladder.catalogue.job(one.job).code()));
        (!holds_one).then_some(Closing::Moved)
    }

    /// Sees that a move can be written down as it is planned.
    pub(crate) fn rehearse(&self, planned: &Move) -> Result<(), Error> {
        self.facts_after(planned, None).map(drop)
    }

    /// Makes a planned move: its facts, the person's row in lists, the lines in which they and their people stand, and
    /// what is assessed of them.
    pub(crate) async fn make(self, tx: &mut Tx, ctx: &Context, planned: &Move) -> Result<(), Error> {
        let id = self.employee.id;
        let manager = self.manager(tx, planned).await?;
        let after = self.facts_after(planned, manager.as_ref().map(|manager| manager.number.as_str()))?;
        let made = self.made(planned, &after, tx.new_id());
        let row = after.iter().find(|fact| fact.kind == FactKind::Employee).map(|fact| fact.body.clone());
        let row = employee_of(id, &self.employee.number, &row.unwrap_or_default(), self.employee.manager)?;
        let change = self.record(tx, ctx, &made, after).await?;
        tx.employees().save(&permit(id), change, &[&row]).await?;
        let leads_after = manager.as_ref().map(|manager| manager.id).or(self.employee.manager);
        if leads_after != self.employee.manager {
            tx.employees().set_managers(&permit(id), change, &[(id, leads_after)]).await?;
        }
        if !tx.moves().make(&permit(id), &made).await? {
            return Err(Refusal::MoveOver.into());
        }
        assess_person(tx, ctx, id).await?;
        tell(tx, ctx, &permit(id), &made, (MoveState::Made, leads_after)).await?;
        tx.record(Event::MoveMade {
            move_id: made.id,
            employee: id,
            change,
            from_job: made.from_job,
            job: made.job,
            effective_on: made.effective_on.to_string(),
        });
        Ok(())
    }

    /// The manager from then on. Who is gone by then, or stands below by now, becomes nobody's: it stays as it is.
    async fn manager(&self, tx: &mut Tx, planned: &Move) -> Result<Option<Employee>, Error> {
        let Some(id) = planned.to.manager else { return Ok(None) };
        let Some(found) = tx.employees().find_by_id(&permit(self.employee.id), id).await? else { return Ok(None) };
        let leads = leads_on(tx, &found.employee, self.employee.id, planned.effective_on).await?;
        Ok(leads.then_some(found.employee))
    }

    /// The planned one as it was made.
    fn made(&self, planned: &Move, after: &[Fact], change: ChangeId) -> Move {
        let pay = after.iter().find(|fact| fact.kind == FactKind::Pay).map(|fact| &fact.body);
        let annual = pay.and_then(|pay| pay.get("annual_pay")).and_then(|annual| annual.parse().ok());
        let currency = pay.and_then(|pay| pay.get("currency").cloned());
        let Employee { job, site, unit, manager, .. } = self.employee.clone();
        Move {
            from_job: job,
            from: Post { site, unit, manager },
            pay: annual.filter(|_| planned.rise_percent.is_some()).map(|annual| Pay { annual, currency }),
            change: Some(change),
            ..planned.clone()
        }
    }

    /// Records what is known afterwards, and supersedes what is not so any longer, at once.
    async fn record(&self, tx: &mut Tx, ctx: &Context, made: &Move, after: Vec<Fact>) -> Result<ChangeId, Error> {
        let id = self.employee.id;
        let change = Change {
            id: made.change.unwrap_or_else(|| tx.new_id()),
            origin: Origin::Move,
            recorded_by: ctx.actor.account(),
            recorded_at: ctx.now,
            reason: made.reason.clone(),
            digest: None,
            counts: None,
        };
        let place = |fact: &Fact| (fact.kind, fact.key.clone());
        let before = self.known.iter().filter(|known| KINDS.contains(&known.fact.kind));
        let mut before: BTreeMap<_, &KnownFact> = before.map(|known| (place(&known.fact), known)).collect();
        let mut new = Vec::new();
        for fact in after {
            match before.get(&place(&fact)) {
                Some(known) if known.fact.body == fact.body => {
                    before.remove(&place(&fact));
                }
                Some(_) | None => new.push(NewFact { id: tx.new_id(), employee: id, fact }),
            }
        }
        let gone: Vec<_> = before.values().map(|known| known.id).collect();
        let mut preparation = tx.preparation();
        preparation.changes().begin(&permit(id), &change).await?;
        preparation.facts().insert(&permit(id), change.id, &new).await?;
        preparation.facts().supersede(&permit(id), change.id, &gone).await?;
        tx.changes().apply(permit(id), change.id, ctx.now, None, "{}").await?;
        Ok(change.id)
    }

    /// What is known of the kinds that a move writes to, after it, as a bundle would have it: with everything else that
    /// is known the person reads.
    fn facts_after(&self, planned: &Move, manager: Option<&str>) -> Result<Vec<Fact>, Error> {
        let mut facts: Vec<Fact> = self.known.iter().map(|known| known.fact.clone()).collect();
        facts.retain(|fact| fact.kind != FactKind::Assignment);
        let mut row = Body::new();
        for fact in &mut facts {
            match fact.kind {
                FactKind::Employee => {
                    write_row(&mut fact.body, planned, manager);
                    row = fact.body.clone();
                }
                FactKind::Pay => raise(&mut fact.body, planned.rise_percent),
                _ => {}
            }
        }
        facts.extend(self.assignments_after(planned, &row));
        let read = person_of(&RowReader::new(&self.ladder), &self.employee.number, &facts)?;
        let mut after = facts_of(&read, &self.ladder)?;
        after.retain(|fact| KINDS.contains(&fact.kind));
        Ok(after)
    }

    /// What reaches the day ends the day before, and what would begin on it or later gives way to the next assignment.
    /// Where there was nothing but the row of `employees.csv`, what it says of the past is written out.
    fn assignments_after(&self, planned: &Move, row: &Body) -> Vec<Fact> {
        let known = self.known.iter().filter(|known| known.fact.kind == FactKind::Assignment);
        let mut bodies: Vec<Body> = known.map(|known| known.fact.body.clone()).collect();
        if bodies.is_empty() {
            let started_on = self.person.employee.job_started_on.unwrap_or(self.person.employee.hired_on);
            bodies.push(assignment(&self.employee.job, started_on));
        }
        let on = planned.effective_on;
        let day = |body: &Body, column: &str| body.get(column).and_then(|text| text.parse::<Day>().ok());
        bodies.retain(|body| day(body, "started_on").is_some_and(|started_on| started_on < on));
        for body in &mut bodies {
            if day(body, "ended_on").is_none_or(|ended_on| ended_on >= on) {
                body.insert("ended_on".to_owned(), on.previous().to_string());
            }
        }
        let mut next = assignment(&planned.job, on);
        for column in ["manager_number", "site", "unit"] {
            next.extend(row.get(column).map(|value| (column.to_owned(), value.clone())));
        }
        bodies.push(next);
        let key = |body: &Body| {
            let text = |column: &str| body.get(column).map_or("", String::as_str);
            fold(&format!("{} {}", text("job"), text("started_on")))
        };
        bodies.into_iter().map(|body| Fact { kind: FactKind::Assignment, key: key(&body), body }).collect()
    }
}

fn assignment(job: &str, started_on: Day) -> Body {
    Body::from([("job".to_owned(), job.to_owned()), ("started_on".to_owned(), started_on.to_string())])
}

/// The row of `employees.csv`. Who moves within a job holds it since they did.
fn write_row(row: &mut Body, planned: &Move, manager: Option<&str>) {
    if row.get("job") != Some(&planned.job) {
        row.insert("job".to_owned(), planned.job.clone());
        row.insert("job_started_on".to_owned(), planned.effective_on.to_string());
    }
    let columns =
        [("site", planned.to.site.as_deref()), ("unit", planned.to.unit.as_deref()), ("manager_number", manager)];
    for (column, value) in columns {
        row.extend(value.map(|value| (column.to_owned(), value.to_owned())));
    }
}

/// Pay after a rise, to two decimals.
fn raise(pay: &mut Body, percent: Option<Decimal>) {
    let annual = pay.get("annual_pay").and_then(|annual| annual.parse::<Decimal>().ok());
    let Some((annual, percent)) = annual.zip(percent) else { return };
    let (hundred, minor) = (i128::from(Decimal::SCALE) * 100, i128::from(Decimal::SCALE) / 100);
    let raised = i128::from(annual.units()) * (hundred + i128::from(percent.units()));
    let rounded = (raised + hundred * minor / 2).div_euclid(hundred * minor) * minor;
    if let Ok(units) = i64::try_from(rounded) {
        pay.insert("annual_pay".to_owned(), Decimal::from_units(units).to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rise_is_worked_out_to_the_minor_unit() {
        for (before, percent, after) in [
            ("400000", "10", "440000"),
            ("333.33", "7.5", "358.33"),
            ("100", "-12.345", "87.66"),
            ("0.01", "50", "0.02"),
        ] {
            let mut pay = Body::from([("annual_pay".to_owned(), before.to_owned())]);
            raise(&mut pay, Some(percent.parse().unwrap()));
            assert_eq!(pay["annual_pay"], after, "{before} by {percent}");
        }
    }
}
