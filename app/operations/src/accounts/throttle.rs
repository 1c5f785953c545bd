//! Slows sign-ins down after failures, by name and by address; never locks anybody out.

use jiff::SignedDuration;
use model::Instant;
use policy::Context;
use store::Store;
use uuid::Uuid;

use crate::Error;

/// Failures further back do not count.
pub(super) const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// The longest that anybody waits: somebody else's guesses cost the owner of an account that much.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_secs(30);

/// What fails together.
#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    /// One account's name, whether there is such an account or not.
    Name(&'a str),
    /// One network address, which a whole site may share.
    Address(&'a str),
}

impl Subject<'_> {
    fn key(self) -> String {
        match self {
            Subject::Name(name) => format!("name {name}"),
            Subject::Address(address) => format!("address {address}"),
        }
    }

    /// How many failures go by before anybody waits.
    fn free(self) -> u32 {
        match self {
            Subject::Name(_) => 5,
            Subject::Address(_) => 100,
        }
    }
}

/// A sign-in that is being tried: it counts as failed until it has succeeded, so that many at once are no way round.
pub(super) struct Attempt<'a> {
    subjects: [Subject<'a>; 2],
    failures: Vec<Uuid>,
}

impl<'a> Attempt<'a> {
    /// Begins a try, or says how long to wait; who waits has not failed.
    pub(super) async fn begin(store: &Store, ctx: &Context, subjects: [Subject<'a>; 2]) -> Result<Attempt<'a>, Error> {
        let failures = store
            .upkeep(ctx, async |upkeep| {
                let mut failures = Vec::new();
                for subject in subjects {
                    let (key, since) = (subject.key(), ctx.now - WINDOW);
                    // So many that more of them make no difference.
                    let most = subject.free() + 8;
                    let failed = upkeep.sign_in_failures().since(&key, since, most).await?;
                    if let Some(wait) = wait(&failed, subject.free(), ctx.now) {
                        return Err(Error::Wait(wait));
                    }
                    failures.push(upkeep.sign_in_failures().add(&key).await?);
                }
                Ok(failures)
            })
            .await?;
        Ok(Attempt { subjects, failures })
    }

    /// It succeeded: the name's failures are forgotten, the address keeps those of others.
    pub(super) async fn succeeded(self, store: &Store, ctx: &Context) -> Result<(), Error> {
        store
            .upkeep(ctx, async |upkeep| {
                for (subject, failure) in self.subjects.iter().zip(&self.failures) {
                    match subject {
                        Subject::Name(_) => upkeep.sign_in_failures().clear(&subject.key()).await?,
                        Subject::Address(_) => upkeep.sign_in_failures().take_back(*failure).await?,
                    }
                }
                Ok(())
            })
            .await
    }
}

/// How long to wait after failures, the latest first: a second, twice as long after each further one, up to the most.
fn wait(failed: &[Instant], free: u32, now: Instant) -> Option<SignedDuration> {
    let (latest, over) = (failed.first()?, (failed.len() as u32).checked_sub(free)?);
    let pause = SignedDuration::from_secs(1 << over.min(10)).min(LONGEST_WAIT);
    let left = pause - now.duration_since(*latest);
    left.is_positive().then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_doubles_with_each_failure_and_ends_at_the_most_that_anybody_waits() {
        let now: Instant = "2026-11-22T09:00:00Z".parse().unwrap();
        let pauses: Vec<_> =
            (0..13).map(|failures| wait(&vec![now; failures], 5, now).map_or(0, |pause| pause.as_secs())).collect();
        assert_eq!(pauses, [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]);
        let later = now + SignedDuration::from_secs(30);
        assert_eq!(wait(&vec![now; 13], 5, later), None, "and then it is over");
    }
}
