//! One-time addresses, as they are handed on.

use std::io::{self, Write};

use clap::Args;
use operations::Invitation;

/// Where people reach the program.
#[derive(Args)]
pub(crate) struct Site {
    /// The address at which people reach the program
    #[arg(long, value_name = "URL", default_value = "http://localhost:8080")]
    url: String,
}

impl Site {
    /// Writes a slip to hand on: cut the list at the blank lines.
    pub(crate) fn write(&self, to: &mut impl Write, invitation: &Invitation) -> io::Result<()> {
        let Invitation { sign_in_name, full_name, expires_at, .. } = invitation;
        let name = full_name.as_deref().unwrap_or(sign_in_name);
        writeln!(to, "{name}")?;
        writeln!(to, "  sign in as  {sign_in_name}")?;
        writeln!(to, "  set your password at  {}", address(&self.url, invitation))?;
        writeln!(to, "  once, until  {expires_at:.0}\n")
    }
}

/// The one-time address, where people reach the program at a URL.
pub(crate) fn address(url: &str, invitation: &Invitation) -> String {
    format!("{}/invitations/{}", url.trim_end_matches('/'), invitation.token.reveal())
}
