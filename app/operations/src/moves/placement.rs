//! Where somebody works from the day of a move on, as it is asked for.

use files::{Problem, misspelled, nearest};
use model::{EmployeeId, Post, RISES, Refusal, Subject, fold};
use policy::{Act, Context, authorize_system};
use rules::{Day, Decimal};
use store::Tx;

use super::mover::leads_on;
use crate::Error;
use crate::people::viewer;

/// Where somebody works from the day of a move on, under whom, and what they earn; what is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// At which site.
    pub site: Option<String>,
    /// In which unit.
    pub unit: Option<String>,
    /// The number of the manager.
    pub manager: Option<String>,
    /// By how many percent pay rises. Where pay is kept it is worked out on the day of the move; nobody who agrees on a
    /// rise needs to know what somebody earns.
    pub rise_percent: Option<Decimal>,
}

impl Placement {
    /// As it is planned: site and unit are none that was misspelled; the manager is in the sight of who asks, is there on
    /// that day and does not stand below who moves; the rise is one that there can be.
    pub(crate) async fn post(&self, tx: &mut Tx, ctx: &Context, whose: EmployeeId, on: Day) -> Result<Post, Error> {
        let manager = match line(self.manager.as_deref())? {
            None => None,
            Some(number) => {
                let found = tx.employees().find(viewer(ctx)?, &number).await?.ok_or(Refusal::NotTheirManager)?.employee;
                if !leads_on(tx, &found, whose, on).await? {
                    return Err(Refusal::NotTheirManager.into());
                }
                Some(found.id)
            }
        };
        let (least, most) = RISES;
        if self.rise_percent.is_some_and(|rise| rise < least.into() || rise > most.into()) {
            return Err(Refusal::NoSuchRise { least, most }.into());
        }
        let (site, unit) = (line(self.site.as_deref())?, line(self.unit.as_deref())?);
        Ok(Post { site: known_site(tx, site).await?, unit: known_unit(tx, unit).await?, manager })
    }
}

/// A site as the company writes it. By site HR looks after people: one that nobody knows is refused.
async fn known_site(tx: &mut Tx, site: Option<String>) -> Result<Option<String>, Error> {
    let Some(site) = site else { return Ok(None) };
    let sites = tx.places().sites(&authorize_system(Act::Assess, Subject::Company)).await?;
    if let Some(known) = same(&site, &sites) {
        return Ok(Some(known));
    }
    let nearest = nearest(&site, sites.iter().map(String::as_str)).map(str::to_owned);
    Err(Refusal::NoSuchSite { site, nearest }.into())
}

/// A unit as the company writes it; a new one may open.
async fn known_unit(tx: &mut Tx, unit: Option<String>) -> Result<Option<String>, Error> {
    let Some(unit) = unit else { return Ok(None) };
    let units = tx.places().units(&authorize_system(Act::Assess, Subject::Company)).await?;
    if let Some(known) = same(&unit, &units) {
        return Ok(Some(known));
    }
    match misspelled(&unit, units.iter().map(String::as_str)) {
        Some(nearest) => Err(Refusal::UnitMisspelled { nearest: nearest.to_owned(), unit }.into()),
        None => Ok(Some(unit)),
    }
}

/// The known name that differs in case and blanks at most: the very same first.
fn same(name: &str, known: &[String]) -> Option<String> {
    let folded = || known.iter().find(|known| fold(known) == fold(name));
    known.iter().find(|known| *known == name).or_else(folded).cloned()
}

/// A line of text, as a bundle could say it.
fn line(text: Option<&str>) -> Result<Option<String>, Error> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    match text {
        Some(text) if text.chars().any(char::is_control) => {
            Err(Problem::in_file("employees.csv", "a control character in a place or a number").into())
        }
        other => Ok(other.map(str::to_owned)),
    }
}
