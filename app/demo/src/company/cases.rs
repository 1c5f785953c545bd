//! The cases, painted: somebody to whom nothing is wanting, and then one thing of each changed.

use rules::{EmploymentKind, Level, WorkMode};

use super::days::day_that_leads_to;
use super::portrait::{Portrait, Stage};

/// A representative who meets all that Team Lead asks, with room to spare on either side of today.
fn ready<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    since(stage, 20)
}

fn since<'l>(stage: &Stage<'l>, months: u32) -> Portrait<'l> {
    ready_since(stage, stage.months_ago(months))
}

fn ready_since<'l>(stage: &Stage<'l>, hired_on: rules::Day) -> Portrait<'l> {
    stage
        .portrait("csr", hired_on)
        .speaks("te", Level::Native)
        .speaks("en", Level::B1)
        .certified("six-sigma-yellow", stage.days_ago(100), None)
        .completed("product-mastery", stage.days_ago(120))
        .completed("bar-raiser", stage.days_ago(80))
        .measured("csat", 920_000)
        .measured("resolution-accuracy", 930_000)
        .measured("response-time", 340_000)
        .measured("quality-audit", 910_000)
        .measured("adherence", 930_000)
        .skilled("active-listening", 4)
        .skilled("coaching", 4)
        .skilled("empathy", 4)
        .skilled("multitasking", 3)
        .did("mentoring", 4)
        .reviewed(stage.days_ago(150), 4)
}

pub(super) fn eligible<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage)
}

pub(super) fn three_months_short<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready_since(stage, day_that_leads_to(stage.as_of.plus_months(3), 12))
}

pub(super) fn expired_yesterday<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    let yesterday = stage.as_of.previous();
    ready(stage).without_certifications().certified("six-sigma-green", stage.months_ago(37), Some(yesterday))
}

pub(super) fn expires_soon<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    let last = stage.as_of.plus_days(15);
    ready(stage).without_certifications().certified("six-sigma-green", stage.months_ago(35), Some(last))
}

pub(super) fn claims_a_belt<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage).without_certifications().claims("six-sigma-yellow-asq", stage.days_ago(12))
}

pub(super) fn back_from_leave<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    let last_day = stage.months_ago(5);
    let mut portrait = since(stage, 14).on_leave("unpaid", stage.months_ago(8), last_day, false);
    portrait.person.results.retain(|row| row.month > last_day.month());
    portrait
}

pub(super) fn two_tracks<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage)
        .completed("audit-calibration", stage.months_ago(3))
        .measured("resolution-accuracy", 950_000)
        .did("peer-audit", 5)
}

pub(super) fn months_missing<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage).measured_once_lately("csat", 930_000)
}

pub(super) fn never_reviewed<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    let mut portrait = ready(stage).completed("hr-fundamentals", stage.days_ago(60));
    portrait.person.reviews.clear();
    portrait
}

pub(super) fn waived<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage).without_certifications().waived(
        "csr-to-team-lead",
        "belt",
        stage.days_ago(30),
        stage.as_of.plus_days(60),
    )
}

pub(super) fn rehired<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    let first = stage.months_ago(40);
    since(stage, 6)
        .employee(|employee| employee.service_date = Some(first))
        .employed_before(first, stage.months_ago(16))
        .completed("hr-fundamentals", stage.days_ago(60))
        .reviewed(stage.days_ago(20), 4)
}

pub(super) fn left<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage).employee(|employee| employee.left_on = Some(stage.days_ago(30)))
}

pub(super) fn gave_notice<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage).employee(|employee| employee.left_on = Some(stage.as_of.plus_days(14)))
}

pub(super) fn course_booked<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage).booked("bar-raiser", stage.as_of.plus_days(21))
}

pub(super) fn conduct_closing<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    let closed_on = day_that_leads_to(stage.as_of.plus_days(30), 6).previous();
    ready(stage).warned(closed_on.plus_days(-60), Some(closed_on))
}

pub(super) fn conduct_open<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage).warned(stage.days_ago(20), None)
}

pub(super) fn below_the_bound<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage).measured("csat", 860_000)
}

pub(super) fn remote<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage).employee(|employee| employee.place.work_mode = Some(WorkMode::Remote))
}

pub(super) fn gig<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage)
        .employee(|employee| employee.employment = EmploymentKind::Gig)
        .speaks("en", Level::C1)
        .completed("train-the-trainer", stage.days_ago(90))
        .skilled("presenting", 4)
        .did("onboarding-session", 3)
}

pub(super) fn promoted_today<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    ready(stage).moved("senior-csr", stage.as_of)
}

pub(super) fn across<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    since(stage, 34)
        .moved("senior-csr", stage.months_ago(15))
        .employee(|employee| employee.annual_pay = Some(488_000.into()))
        .speaks("hi", Level::C1)
        .completed("negotiation", stage.days_ago(200))
        .completed("vendor-contracts", stage.days_ago(130))
        .did("vendor-review", 2)
}

pub(super) fn lead_without_belt<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    since(stage, 45)
        .moved("team-lead", stage.months_ago(24))
        .employee(|employee| employee.annual_pay = Some(610_000.into()))
        .speaks("hi", Level::C1)
        .completed("leading-leaders", stage.days_ago(70))
        .measured("team-attrition", 21_000)
        .did("coaching-session", 9)
        .reviewed(stage.days_ago(20), 4)
}

pub(super) fn analyst<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    since(stage, 38)
        .moved("quality-analyst", stage.months_ago(16))
        .employee(|employee| {
            employee.annual_pay = Some(600_000.into());
            employee.place.unit = Some("Quality".into());
        })
        .completed("train-the-trainer", stage.days_ago(90))
        .skilled("presenting", 4)
        .did("onboarding-session", 2)
        .measured("audit-agreement", 930_000)
}

pub(super) fn operations_manager<'l>(stage: &Stage<'l>) -> Portrait<'l> {
    since(stage, 90)
        .moved("team-lead", stage.months_ago(70))
        .moved("operations-manager", stage.months_ago(30))
        .employee(|employee| {
            employee.annual_pay = Some(980_000.into());
            employee.place.unit = Some("Operations".into());
        })
}
