//! What is done once a day, by one process at a time.

use jiff::SignedDuration;
use model::DailyJob;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{day, instant};

/// The jobs of every day, in a transaction. The day is that of its context.
pub struct DailyJobs<'t>(&'t mut Tx);

impl Tx {
    /// The jobs of every day.
    pub fn daily_jobs(&mut self) -> DailyJobs<'_> {
        DailyJobs(self)
    }
}

impl DailyJobs<'_> {
    /// Those that are still to be done today, by whichever process.
    pub async fn to_do(&mut self) -> Result<Vec<DailyJob>, Error> {
        let done = run!(self.0, all(String,), statement!("daily_jobs/done"), day(self.0.ctx.today))?;
        let is_done = |job: &DailyJob| done.iter().any(|(name,)| name == job.code());
        Ok(DailyJob::ALL.iter().copied().filter(|job| !is_done(job)).collect())
    }

    /// Begins one, or goes on with it, for the process whose store this is; how long that keeps others from it.
    /// Whether it is this process's to do: another may be at it, or have done it today.
    pub async fn begin(&mut self, job: DailyJob, lasts: SignedDuration) -> Result<bool, Error> {
        let (now, today, holder) = (self.0.ctx.now, day(self.0.ctx.today), self.0.process);
        let until = instant(now.checked_add(lasts).unwrap_or(now));
        let begun =
            run!(self.0, execute statement!("daily_jobs/begin"), job.code(), holder, until, instant(now), today)?;
        Ok(begun == 1)
    }

    /// It is done for today.
    pub async fn end(&mut self, job: DailyJob) -> Result<(), Error> {
        let (now, today, holder) = (instant(self.0.ctx.now), day(self.0.ctx.today), self.0.process);
        run!(self.0, execute statement!("daily_jobs/end"), job.code(), holder, today, now)?;
        Ok(())
    }
}
