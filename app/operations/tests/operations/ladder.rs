//! Another ladder comes into force.

use std::collections::BTreeSet;

use operations::{
    Proposal, ReadLog, assessments_of_person, bring_up_to_date, compare_ladders, explain_person, ladder_in_force,
    propose_ladder, publish_ladder,
};
use policy::Context;
use rules::{Day, Ladder, Rule, Status};
use store::Store;

use crate::database::{Database, Engine, on_each_engine, system_on};
use crate::import::{people, take};
use crate::stored::hr_lead;

on_each_engine! {
    a_published_version_never_changes_and_never_goes,
    a_code_that_is_on_record_cannot_go,
    a_new_version_tells_who_gains_and_who_loses_before_it_takes_effect_on_its_day,
    of_two_ladders_published_over_the_same_one_the_second_is_refused,
    a_person_is_assessed_under_whichever_version_is_asked_for,
}

const TRACK: &str = "csr-to-team-lead";

pub(crate) async fn publish(store: &Store, ctx: &Context, ladder: Ladder) -> Proposal {
    let proposal = propose_ladder(store, ctx, ladder).await.unwrap();
    assert_eq!(proposal.refusals, Vec::<String>::new());
    publish_ladder(store, ctx, &proposal).await.unwrap();
    proposal
}

/// The ladder in force with a version of the track from a day on that asks for so many months in the job, and nothing
/// else.
pub(crate) async fn asking(store: &Store, ctx: &Context, months: u32, on: Day) -> Ladder {
    let mut ladder = Ladder::clone(&ladder_in_force(store, ctx).await.unwrap().ladder);
    let track = ladder.tracks.iter_mut().find(|track| track.code == TRACK).unwrap();
    let mut version = track.versions.last().unwrap().clone();
    version.effective_from = on;
    version.criteria.retain_mut(|criterion| match &mut criterion.rule {
        Rule::TimeInJob { months: asked, .. } => {
            *asked = months;
            true
        }
        _ => false,
    });
    assert_eq!(version.criteria.len(), 1);
    track.versions.push(version);
    ladder
}

async fn a_published_version_never_changes_and_never_goes(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, ctx) = (&database.store, system_on("2026-11-22"));
    let shipped = files::default_ladder();
    publish(store, &ctx, shipped.clone()).await;
    assert!(propose_ladder(store, &ctx, shipped.clone()).await.unwrap().changes_nothing());

    let mut gone = shipped.clone();
    let track = gone.tracks.iter_mut().find(|track| track.versions.len() > 1 || track.code == TRACK).unwrap();
    let (code, on) = (track.code.clone(), track.versions.remove(0).effective_from);
    if track.versions.is_empty() {
        gone.tracks.retain(|track| track.code != code);
    }
    let refusals = propose_ladder(store, &ctx, gone).await.unwrap().refusals;
    assert!(refusals.iter().any(|line| line.contains(code.as_str()) && line.contains(&on.to_string())), "{refusals:?}");

    let mut changed = shipped.clone();
    let track = changed.tracks.iter_mut().find(|track| track.code == TRACK).unwrap();
    track.versions[0].typical_months = Some((1, 2));
    let proposal = propose_ladder(store, &ctx, changed).await.unwrap();
    assert_eq!(proposal.refusals.len(), 1);
    assert!(proposal.refusals[0].contains("typical_months") && proposal.refusals[0].contains(TRACK));
    publish_ladder(store, &ctx, &proposal).await.unwrap_err();

    let past = asking(store, &ctx, 3, ctx.today.previous()).await;
    let refusals = propose_ladder(store, &ctx, past).await.unwrap().refusals;
    assert_eq!(refusals.len(), 1);
    assert!(refusals[0].contains("2026-11-21"), "{refusals:?}");
    let in_force = ladder_in_force(store, &ctx).await.unwrap();
    assert_eq!(*in_force.ladder, *shipped, "nothing came of any of them");
}

async fn a_code_that_is_on_record_cannot_go(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, ctx) = (&database.store, system_on("2026-11-22"));
    take(&database, &people()).await;
    let mut ladder = files::default_ladder().clone();
    ladder.tracks.clear();
    let skill = ladder.catalogue.skills.pop().unwrap().code;
    let refusals = propose_ladder(store, &ctx, ladder).await.unwrap().refusals;
    assert!(refusals.iter().any(|line| line.contains(&format!("the skill `{skill}` is gone"))), "{refusals:?}");
    let mut ladder = files::default_ladder().clone();
    ladder.catalogue.skills.push(rules::Skill { code: "juggling".into(), title: "Juggling".to_owned() });
    publish(store, &ctx, ladder).await;
    publish(store, &ctx, files::default_ladder().clone()).await;
}

async fn a_new_version_tells_who_gains_and_who_loses_before_it_takes_effect_on_its_day(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, ctx) = (&database.store, system_on("2026-11-22"));
    take(&database, &people()).await;
    publish(store, &ctx, files::default_ladder().clone()).await;
    let before = eligible(store, &ctx).await;
    let proposal = propose_ladder(store, &ctx, asking(store, &ctx, 18, ctx.today).await).await.unwrap();
    assert_eq!(proposal.new_versions, [(TRACK.to_owned(), ctx.today)]);
    let compared = compare_ladders(store, &ctx, &proposal, |_| ()).await.unwrap();
    assert_eq!(compared.iter().map(|one| (one.track.as_str(), one.on)).collect::<Vec<_>>(), [(TRACK, ctx.today)]);
    assert_eq!(eligible(store, &ctx).await, before, "a look changes nothing");
    publish_ladder(store, &ctx, &proposal).await.unwrap();
    let after = eligible(store, &ctx).await;
    assert_eq!(compared[0].gain, after.difference(&before).count() as u64);
    assert_eq!(compared[0].lose, before.difference(&after).count() as u64);
    assert!(compared[0].gain > 0 && compared[0].lose > 0, "{:?}", compared[0]);

    let on = ctx.today.plus_days(10);
    publish(store, &ctx, asking(store, &ctx, 1, on).await).await;
    assert_eq!(eligible(store, &ctx).await, after, "not before its day");
    assert!(eligible(store, &system_on(&on.to_string())).await.len() > after.len());
}

/// Who is eligible on the track, after the stored assessments were brought up to date.
async fn eligible(store: &Store, ctx: &Context) -> BTreeSet<String> {
    bring_up_to_date(store, ctx).await.unwrap();
    let mut eligible = BTreeSet::new();
    for person in people() {
        let number = person.employee.employee_number.to_string();
        let stored = assessments_of_person(store, &hr_lead(ctx), &number).await.unwrap();
        if stored.iter().any(|one| one.track == TRACK && one.decision.status == Status::Eligible) {
            eligible.insert(number);
        }
    }
    eligible
}

async fn of_two_ladders_published_over_the_same_one_the_second_is_refused(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, ctx) = (&database.store, system_on("2026-11-22"));
    let one = propose_ladder(store, &ctx, asking(store, &ctx, 3, ctx.today).await).await.unwrap();
    let other = propose_ladder(store, &ctx, asking(store, &ctx, 4, ctx.today).await).await.unwrap();
    let (one, other) = tokio::join!(publish_ladder(store, &ctx, &one), publish_ladder(store, &ctx, &other));
    assert_eq!([one.is_ok(), other.is_ok()].iter().filter(|done| **done).count(), 1);
    let refused = one.err().or(other.err()).unwrap().to_string();
    assert!(refused.contains("another ladder was published meanwhile"), "{refused}");
}

async fn a_person_is_assessed_under_whichever_version_is_asked_for(engine: Engine) {
    let database = Database::new(engine).await;
    let (store, ctx) = (&database.store, system_on("2026-11-22"));
    let people = people();
    take(&database, &people).await;
    let on = "2028-01-01".parse().unwrap();
    publish(store, &ctx, asking(store, &ctx, 240, on).await).await;
    let lead = hr_lead(&ctx);
    let (reads, number) = (ReadLog::default(), people[0].employee.employee_number.as_str());
    let in_force = explain_person(store, &lead, &reads, number, TRACK, None).await.unwrap().assessment.unwrap();
    let later = explain_person(store, &lead, &reads, number, TRACK, Some(on)).await.unwrap().assessment.unwrap();
    assert_ne!(in_force.criteria_effective_from, on);
    assert_eq!((later.criteria_effective_from, later.findings.len()), (on, 1));
    assert_eq!(later.decision.next_version, None, "the version asked for is taken for the only one");
    let none = explain_person(store, &lead, &reads, number, TRACK, Some(ctx.today)).await.unwrap();
    assert_eq!(none.assessment, None, "there is no such version");
    let hidden = explain_person(store, &ctx, &reads, number, TRACK, None).await;
    assert!(matches!(hidden, Err(operations::Error::Hidden)), "the program itself reads nobody's page");
}
