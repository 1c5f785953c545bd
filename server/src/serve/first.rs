//! Where nobody can sign in yet: the one-time address of the first administrator.

use std::io::Write;

use operations::first_administrator;

use super::Work;
use crate::invitation::address;
use crate::outcome::Stop;
use crate::output::answers;

/// Shows it, if nobody has taken charge; an address shown before can no longer be used.
pub(crate) async fn invite(work: &Work, url: &str) -> Result<(), Stop> {
    let Some(invitation) = first_administrator(&work.app.store, &work.ctx()).await? else { return Ok(()) };
    let mut answers = answers();
    writeln!(answers, "Nobody can sign in yet. The first administrator sets a password at")?;
    writeln!(answers, "  {}", address(url, &invitation))?;
    writeln!(answers, "once, until {:.0}, and signs in as {}.", invitation.expires_at, invitation.sign_in_name)?;
    Ok(answers.flush()?)
}
