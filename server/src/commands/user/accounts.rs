//! Accounts: added, invited, listed, closed, reset.

use std::io::Write;

use clap::Args;
use operations::{
    AccountWithAccess, Error, Invitation, NewAccount, Password, Whom, add_account, disable_account, invite,
    invite_everyone, list_accounts, reset_account,
};

use crate::database::DatabaseArgs;
use crate::invitation::Site;
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::{answers, tell};

/// How many accounts are read at a time.
const PIECE: u32 = 500;

/// Add an account, and show the one-time address at which its owner sets the password
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung user add hr@example.org
  nextrung user add 1001 --employee 1001 --url https://careers.example.org")]
pub(super) struct Add {
    /// What they sign in by: an e-mail address or an employee number
    name: String,
    /// The number of the employee whose account it is
    #[arg(long, value_name = "NO")]
    employee: Option<String>,
    /// Read a first password from standard input, which its owner has to change, in place of a one-time address
    #[arg(long)]
    password_stdin: bool,
    #[command(flatten)]
    site: Site,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Show a new one-time address for an account, or one each for everyone employed
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung user invite hr@example.org
  nextrung user invite --everyone
  nextrung user invite --everyone --again

With --everyone, whoever is employed today and has no account gets one, named by the employee number. The
list is for printing: a slip each. Addresses from before can no longer be used.")]
pub(super) struct Invite {
    /// The account
    #[arg(required_unless_present = "everyone")]
    name: Option<String>,
    /// Everyone employed today who has no account
    #[arg(long, conflicts_with = "name")]
    everyone: bool,
    /// And everyone who never set a password
    #[arg(long, requires = "everyone")]
    again: bool,
    #[command(flatten)]
    site: Site,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// List the accounts, each with its access
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung user list")]
pub(super) struct List {
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Close an account: its sessions end, and nobody signs in by it
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung user disable hr@example.org --reason left")]
pub(super) struct Disable {
    /// The account
    name: String,
    /// Why, for the audit trail
    #[arg(long, value_name = "TEXT", default_value = "closed on the command line")]
    reason: String,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Forget the password of an account, open it where it was closed, and show a new one-time address
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung user reset hr@example.org")]
pub(super) struct Reset {
    /// The account
    name: String,
    #[command(flatten)]
    site: Site,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Add {
    pub(super) fn run(self) -> Outcome {
        let first_password = if self.password_stdin { Some(read_password()?) } else { None };
        let new = NewAccount { sign_in_name: self.name, employee_number: self.employee, first_password };
        let invitation = self.database.open()?.write(async |store, ctx| add_account(store, ctx, &new).await)?;
        match invitation {
            Some(invitation) => show(&self.site, &invitation),
            None => say(format_args!("{}: added; the password is to be changed first", new.sign_in_name)),
        }
    }
}

impl Invite {
    pub(super) fn run(self) -> Outcome {
        let database = self.database.open_existing()?;
        if let Some(name) = &self.name {
            let invitation = database.write(async |store, ctx| invite(store, ctx, name).await)?;
            return show(&self.site, &invitation);
        }
        let whom = if self.again { Whom::WithoutPassword } else { Whom::WithoutAccount };
        let mut answers = answers();
        let each = |invitation: &Invitation| Ok::<(), Error>(self.site.write(&mut answers, invitation)?);
        let done = database.write(async |store, ctx| invite_everyone(store, ctx, whom, each).await)?;
        writeln!(answers, "{} invited", done.invited)?;
        answers.flush()?;
        for number in &done.taken {
            tell(format_args!("{number}: not invited: another account is named so"));
        }
        Ok(if done.taken.is_empty() { Answer::Yes } else { Answer::No })
    }
}

impl List {
    pub(super) fn run(self) -> Outcome {
        let database = self.database.open_existing()?;
        let mut answers = answers();
        let (mut after, mut all) = (String::new(), 0);
        loop {
            let some = database.run(async |store, ctx| list_accounts(store, ctx, &after, PIECE).await)?;
            let Some(last) = some.last() else { break };
            after = last.account.sign_in_name.clone();
            for AccountWithAccess { account, grants } in &some {
                let state = if account.disabled_at.is_some() { "closed" } else { "open" };
                write!(answers, "{}  {state}", account.sign_in_name)?;
                for grant in grants {
                    write!(answers, "  {}", super::access::told(grant))?;
                }
                writeln!(answers)?;
            }
            all += some.len();
        }
        writeln!(answers, "accounts: {all}")?;
        answers.flush()?;
        Ok(Answer::Yes)
    }
}

impl Disable {
    pub(super) fn run(self) -> Outcome {
        let database = self.database.open_existing()?;
        database.write(async |store, ctx| disable_account(store, ctx, &self.name, &self.reason).await)?;
        say(format_args!("{}: closed", self.name))
    }
}

impl Reset {
    pub(super) fn run(self) -> Outcome {
        let database = self.database.open_existing()?;
        let invitation = database.write(async |store, ctx| reset_account(store, ctx, &self.name).await)?;
        show(&self.site, &invitation)
    }
}

/// The first line of standard input.
fn read_password() -> Result<Password, Stop> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(|error| Stop::Cannot(format!("standard input: {error}")))?;
    Ok(Password::typed(line.trim_end_matches(['\r', '\n'])))
}

fn show(site: &Site, invitation: &Invitation) -> Outcome {
    let mut answers = answers();
    site.write(&mut answers, invitation)?;
    answers.flush()?;
    Ok(Answer::Yes)
}

/// One line that says what was done.
pub(super) fn say(line: impl std::fmt::Display) -> Outcome {
    let mut answers = answers();
    writeln!(answers, "{line}")?;
    answers.flush()?;
    Ok(Answer::Yes)
}
