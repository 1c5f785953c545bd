//! What the program does for itself, beside the acts of people: it commits without an event, because nothing that
//! anybody asks about changes by it.

use crate::access_log::AccessLogNotes;
use crate::audit::Seals;
use crate::daily_jobs::DailyJobs;
use crate::kept_posts::KeptPosts;
use crate::leases::Leases;
use crate::news::ReadNews;
use crate::sessions::SeenSessions;
use crate::sign_in_failures::SignInFailures;
use crate::tx::Tx;

/// A transaction that can write nothing but leases, daily jobs, seals, the access log, which
/// news were read, and what signing in leaves behind.
pub struct Upkeep<'t>(pub(crate) &'t mut Tx);

impl Upkeep<'_> {
    /// Work that only one process may do at a time.
    pub fn leases(&mut self) -> Leases<'_> {
        self.0.leases()
    }

    /// What is done once a day.
    pub fn daily_jobs(&mut self) -> DailyJobs<'_> {
        self.0.daily_jobs()
    }

    /// The chain over the audit trail.
    pub fn seals(&mut self) -> Seals<'_> {
        Seals(self.0)
    }

    /// Who read whose record.
    pub fn access_log(&mut self) -> AccessLogNotes<'_> {
        AccessLogNotes(self.0)
    }

    /// The sessions, of which it can be noted that they are in use.
    pub fn sessions(&mut self) -> SeenSessions<'_> {
        SeenSessions(self.0)
    }

    /// What was sent after a session had ended.
    pub fn kept_posts(&mut self) -> KeptPosts<'_> {
        KeptPosts(self.0)
    }

    /// The news, of which it can be noted that they were read.
    pub fn news(&mut self) -> ReadNews<'_> {
        ReadNews(self.0)
    }

    /// The sign-ins that did not succeed.
    pub fn sign_in_failures(&mut self) -> SignInFailures<'_> {
        SignInFailures(self.0)
    }
}
