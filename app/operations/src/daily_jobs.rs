//! What is done once a day, by whichever process comes to it first.

use jiff::SignedDuration;
use model::DailyJob;
use policy::Context;
use store::{Store, Tx};

use crate::Error;

/// How long a job waits for a process that died over it.
const LEASE: SignedDuration = SignedDuration::from_secs(60);

/// Takes the next job that is still to be done today, for this process; none where all are done or others are at them.
/// A job may come to be done by two where one takes longer than a minute: each does no harm then.
pub async fn begin_daily_job(store: &Store, ctx: &Context) -> Result<Option<DailyJob>, Error> {
    let look = async |tx: &mut Tx| {
        let is_swept = tx.company().get().await?.swept_on >= Some(ctx.today);
        let to_do = tx.daily_jobs().to_do().await?;
        Ok::<_, Error>(to_do.into_iter().filter(move |job| is_swept || *job != DailyJob::CheckSample))
    };
    for job in store.read(ctx, look).await? {
        if store.upkeep(ctx, async |upkeep| upkeep.daily_jobs().begin(job, LEASE).await).await? {
            return Ok(Some(job));
        }
    }
    Ok(None)
}

/// A job that this process took is done for today.
pub async fn end_daily_job(store: &Store, ctx: &Context, job: DailyJob) -> Result<(), Error> {
    Ok(store.upkeep(ctx, async |upkeep| upkeep.daily_jobs().end(job).await).await?)
}
