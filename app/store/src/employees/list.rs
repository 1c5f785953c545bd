//! Lists of the people in a viewer's scope: the finite set of their texts, scope × order.

use model::{Employee, Standing};
use policy::Viewer;
use rules::Day;
use uuid::Uuid;

use super::{Employees, Revised, Row};
use crate::error::Error;
use crate::page::{After, Order, Page, Sought};
use crate::statement::{Statement, fitting, query, run, statement};
use crate::value::{SqlDay, day};

/// So many people are not gone through for what stands around a list.
const VERY_MANY: u32 = 1000;

/// What statements take of what is looked for, `$4` to `$11`.
struct Asked {
    from: String,
    to: String,
    site: Option<String>,
    job: Option<String>,
    track: Option<String>,
    status: Option<&'static str>,
    earliest_by: Option<SqlDay>,
    lapses_by: Option<SqlDay>,
}

/// What a standing asks, as statements take it.
fn asked(standing: Option<Standing>, on: Day) -> (Option<&'static str>, Option<SqlDay>, Option<SqlDay>) {
    let asked = standing.map(|standing| standing.asked(on));
    let status = asked.map(|asked| asked.status.code());
    (status, asked.and_then(|asked| asked.earliest_by).map(day), asked.and_then(|asked| asked.lapses_by).map(day))
}

impl Asked {
    fn of(sought: &Sought<'_>, order: Order<'_>, on: Day) -> Asked {
        let (status, earliest_by, lapses_by) = asked(sought.standing, on);
        Asked {
            from: sought.from(),
            to: sought.to(),
            site: sought.site.map(str::to_owned),
            job: sought.job.map(str::to_owned),
            track: sought.on_track(order),
            status,
            earliest_by,
            lapses_by,
        }
    }
}

/// Runs a list that takes a scope, what is looked for, how many, a name and an id to begin after, and more keys.
macro_rules! list {
    ($tx:expr, $viewer:expr, $page:expr, $statement:expr $(, $key:expr)*) => {{
        let asked = Asked::of(&$page.sought, $page.order, $viewer.on);
        let (name_key, id) = $page.start();
        run!(
            $tx,
            all Row,
            $statement,
            $viewer.employee.map(|id| id.0),
            $viewer.account.0,
            day($viewer.on),
            asked.from.clone(),
            asked.to.clone(),
            asked.site.clone(),
            asked.job.clone(),
            asked.track.clone(),
            asked.status,
            asked.earliest_by,
            asked.lapses_by,
            i64::from($page.limit),
            name_key.clone(),
            id,
            $($key),*
        )
    }};
}

impl Employees<'_> {
    /// The next people in the viewer's scope who are looked for, in order.
    pub async fn list(&mut self, viewer: &Viewer, page: &Page<'_>) -> Result<Vec<Revised>, Error> {
        let rows = match page.order {
            Order::Name if page.is_by_name_alone() && !viewer.sees_everyone() => self.visible_page(viewer, page).await,
            Order::Name => list!(self.0, viewer, page, fitting!(viewer, "employees/list_by_name")),
            Order::Job => {
                let job = page.after.map_or(String::new(), |after| after.employee.job.clone());
                list!(self.0, viewer, page, fitting!(viewer, "employees/list_by_job"), job.clone())
            }
            Order::HiredOn => {
                let hired_on = page.after.map_or(Day::FIRST, |after| after.employee.hired_on);
                list!(self.0, viewer, page, fitting!(viewer, "employees/list_by_hired_on"), day(hired_on))
            }
            Order::DueOn(_) => {
                let after = |After { due_on, .. }| due_on.unwrap_or(Day::FOREVER);
                let due_on = day(page.after.map_or(Day::FIRST, after));
                let list = fitting!(viewer, "employees/list_by_due_on");
                list!(self.0, viewer, page, list, due_on, day(Day::FOREVER))
            }
        }?;
        rows.into_iter().map(Revised::try_from).collect()
    }

    /// By name, out of every way of being in scope no more than a page.
    async fn visible_page(&mut self, viewer: &Viewer, page: &Page<'_>) -> Result<Vec<Row>, Error> {
        const PAGE: Statement = statement!(
            concat "employees/page_visible" "",
            concat!(query!("scope/visible_page.sql"), query!("employees/page_visible.sql"))
        );
        let (name_key, id) = page.start();
        run!(
            self.0,
            all Row,
            PAGE,
            viewer.employee.map(|id| id.0),
            viewer.account.0,
            day(viewer.on),
            name_key.clone(),
            id,
            page.sought.to(),
            page.sought.site,
            page.sought.job,
            i64::from(page.limit),
        )
    }

    /// How many there are in the viewer's scope of those who are looked for; of more than `most` only that it is more.
    pub async fn count(&mut self, viewer: &Viewer, sought: &Sought<'_>, most: u32) -> Result<Option<u32>, Error> {
        let page = Page { sought: *sought, limit: most + 1, ..Page::default() };
        let count = if page.is_by_name_alone() && !viewer.sees_everyone() {
            self.count_visible(viewer, &page).await?
        } else {
            self.count_fitting(viewer, sought, most).await?
        };
        Ok(u32::try_from(count).ok().filter(|count| *count <= most))
    }

    /// Out of every way of being in scope no more than a page.
    async fn count_visible(&mut self, viewer: &Viewer, page: &Page<'_>) -> Result<i64, Error> {
        const COUNT: Statement = statement!(
            concat "employees/count_page" "",
            concat!(query!("scope/visible_page.sql"), query!("employees/count_page.sql"))
        );
        let (name_key, id) = page.start();
        let (count,) = run!(
            self.0,
            one(i64,),
            COUNT,
            viewer.employee.map(|id| id.0),
            viewer.account.0,
            day(viewer.on),
            name_key.clone(),
            id,
            page.sought.to(),
            page.sought.site,
            page.sought.job,
            i64::from(page.limit),
        )?;
        Ok(count)
    }

    async fn count_fitting(&mut self, viewer: &Viewer, sought: &Sought<'_>, most: u32) -> Result<i64, Error> {
        let asked = Asked::of(sought, Order::Name, viewer.on);
        let (count,) = run!(
            self.0,
            one(i64,),
            fitting!(viewer, "employees/count_some"),
            viewer.employee.map(|id| id.0),
            viewer.account.0,
            day(viewer.on),
            asked.from.clone(),
            asked.to.clone(),
            asked.site.clone(),
            asked.job.clone(),
            asked.track.clone(),
            asked.status,
            asked.earliest_by,
            asked.lapses_by,
            i64::from(most) + 1,
        )?;
        Ok(count)
    }

    /// The sites of the people in the viewer's scope; to whoever sees very many people, of all there are, so that not
    /// everybody is gone through.
    pub async fn sites(&mut self, viewer: &Viewer) -> Result<Vec<String>, Error> {
        let sites = if self.count(viewer, &Sought::default(), VERY_MANY).await?.is_none() || viewer.sees_everyone() {
            statement!("employees/sites_any")
        } else {
            statement!(
                concat "employees/sites_visible" "",
                concat!(query!("scope/visible.sql"), query!("employees/sites_visible.sql"))
            )
        };
        let rows =
            run!(self.0, all(String,), sites, viewer.employee.map(|id| id.0), viewer.account.0, day(viewer.on),)?;
        let mut sites: Vec<String> = rows.into_iter().map(|(site,)| site).collect();
        sites.sort_unstable();
        Ok(sites)
    }

    /// The viewer's direct reports by name, and those of managers whom they stand in for, as long as they have not
    /// left; after somebody, and where asked only those who stand so on any track.
    pub async fn list_team(
        &mut self,
        viewer: &Viewer,
        standing: Option<Standing>,
        after: Option<&Employee>,
        limit: u32,
    ) -> Result<Vec<Revised>, Error> {
        let (after, id) = after.map_or((String::new(), Uuid::nil()), |last| (last.name_key(), last.id.0));
        let (status, earliest_by, lapses_by) = asked(standing, viewer.on);
        let rows = run!(
            self.0,
            all Row,
            statement!("employees/list_team"),
            viewer.employee.map(|id| id.0),
            day(viewer.on),
            after.clone(),
            id,
            i64::from(limit),
            status,
            earliest_by,
            lapses_by,
        )?;
        rows.into_iter().map(Revised::try_from).collect()
    }
}
