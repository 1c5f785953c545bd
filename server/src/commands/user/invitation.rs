//! One-time addresses, as they are handed on.

use std::io::{self, Write};

use clap::Args;
use operations::Invitation;

/// Where people reach the program.
#[derive(Args)]
pub(super) struct Site {
    /// The address at which people reach the program
    #[arg(long, value_name = "URL", default_value = "http://localhost:8080")]
    url: String,
}

impl Site {
    /// Writes a slip to hand on: cut the list at the blank lines.
    pub(super) fn write(&self, to: &mut impl Write, invitation: &Invitation) -> io::Result<()> {
        let Invitation { sign_in_name, full_name, token, expires_at } = invitation;
        let name = full_name.as_deref().unwrap_or(sign_in_name);
        let url = self.url.trim_end_matches('/');
        writeln!(to, "{name}")?;
        writeln!(to, "  sign in as  {sign_in_name}")?;
        writeln!(to, "  set your password at  {url}/account/invitation/{}", token.reveal())?;
        writeln!(to, "  once, until  {expires_at:.0}\n")
    }
}
