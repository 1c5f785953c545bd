//! `user`: who signs in, and what they may do.

mod access;
mod accounts;

use clap::{Args, Subcommand};

use crate::outcome::Outcome;

/// Add, invite, list and close the accounts that people sign in by; give and end access
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung user add hr@example.org
  nextrung user invite --everyone

What is done here is recorded as done beside the database, by nobody's account. A one-time address is
shown once and kept nowhere: whoever has it sets the password.")]
pub(crate) struct User {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    Add(accounts::Add),
    Invite(accounts::Invite),
    List(accounts::List),
    Disable(accounts::Disable),
    Reset(accounts::Reset),
    Grant(access::Grant),
    Revoke(access::Revoke),
    Deputy(access::Deputy),
}

impl User {
    pub(crate) fn run(self) -> Outcome {
        match self.act {
            Act::Add(add) => add.run(),
            Act::Invite(invite) => invite.run(),
            Act::List(list) => list.run(),
            Act::Disable(disable) => disable.run(),
            Act::Reset(reset) => reset.run(),
            Act::Grant(grant) => grant.run(),
            Act::Revoke(revoke) => revoke.run(),
            Act::Deputy(deputy) => deputy.run(),
        }
    }
}
