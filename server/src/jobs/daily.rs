//! What is done once a day: by the first server that comes to it, and by another if that one is killed over it.

use model::DailyJob;
use operations::nominations::advance_nominations;
use operations::{Error, begin_daily_job, check_sample, disable_those_who_left, end_daily_job, forget_what_ran_out};
use policy::Context;

use super::Ran;
use crate::serve::Work;

/// How many people's stored assessments are compared with recomputing them.
const SAMPLE: u64 = 2000;

pub(super) async fn run(work: Work) -> Result<Ran, Error> {
    let ctx = work.ctx();
    let Some(job) = begin_daily_job(&work.app.store, &ctx).await? else { return Ok(Ran::Idle) };
    let done = match job {
        DailyJob::DisableThoseWhoLeft => disable_those_who_left(&work.app.store, &ctx).await?,
        DailyJob::AdvanceNominations => advance(&work, &ctx).await?,
        DailyJob::ForgetWhatRanOut => forget_what_ran_out(&work.app.store, &ctx).await?,
        DailyJob::CheckSample => check(&work, &ctx).await?,
    };
    end_daily_job(&work.app.store, &ctx, job).await?;
    tracing::info!(job = job.code(), day = %ctx.today, done, "done for the day");
    Ok(Ran::More)
}

/// What could not go on is looked at again tomorrow: which it is, is logged; whose, is not.
async fn advance(work: &Work, ctx: &Context) -> Result<u64, Error> {
    let advanced = advance_nominations(&work.app.store, ctx).await?;
    for (nomination, error) in &advanced.failed {
        tracing::error!(%nomination, cause = cause(error), "a nomination could not go on; the others did");
    }
    for (move_id, error) in &advanced.not_made {
        tracing::error!(%move_id, cause = cause(error), "a move could not be made; the others were");
    }
    Ok(advanced.stepped)
}

fn cause(error: &Error) -> String {
    match error {
        Error::Store(error) => error.to_string(),
        Error::NotNow(refusal) => refusal.to_string(),
        _ => "what is known of the person cannot be read".to_owned(),
    }
}

/// A deviation is a bug, or a hand in the database: on which tracks is logged, whose it is not.
async fn check(work: &Work, ctx: &Context) -> Result<u64, Error> {
    let (people, found) = check_sample(&work.app.store, ctx, SAMPLE).await?;
    work.meters.deviations.set(i64::try_from(found.len()).unwrap_or(i64::MAX));
    if !found.is_empty() {
        let mut tracks: Vec<&str> = found.iter().map(|deviation| deviation.track.as_str()).collect();
        tracks.sort_unstable();
        tracks.dedup();
        let (deviations, tracks) = (found.len(), tracks.join(" "));
        tracing::error!(people, deviations, tracks, "what is stored is not what recomputing gives");
    }
    Ok(people)
}
