//! Access and deputies, with their dates.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use model::Access;
use operations::{NewGrant, end_access, end_deputy, give_access, name_deputy};
use rules::Day;

use super::accounts::say;
use crate::database::DatabaseArgs;
use crate::outcome::Outcome;

/// Give access to an account, from a day to a day
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung user grant hr@example.org hr_partner --site manila
  nextrung user grant hr@example.org auditor --from 2027-01-01 --until 2027-03-31

Managers need none: who sees whom as a manager follows from the reporting line. Whoever gets access signs
in anew.")]
pub(super) struct Grant {
    /// The account
    name: String,
    /// What kind of access
    #[arg(value_parser = access())]
    access: Access,
    /// Of an HR partner: the site
    #[arg(long)]
    site: Option<String>,
    /// First day, YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DAY")]
    from: Option<Day>,
    /// Last day, inclusive
    #[arg(long, value_name = "DAY")]
    until: Option<Day>,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// End the access of an account
#[derive(Args)]
#[command(after_help = "Example:\n  nextrung user revoke lead@example.org hr_lead")]
pub(super) struct Revoke {
    /// The account
    name: String,
    /// What kind of access
    #[arg(value_parser = access())]
    access: Access,
    /// Of an HR partner: the site
    #[arg(long)]
    site: Option<String>,
    /// Last day, inclusive [default: it has ended by today]
    #[arg(long, value_name = "DAY")]
    until: Option<Day>,
    #[command(flatten)]
    database: DatabaseArgs,
}

/// Name somebody to stand in for a manager, from a day to a day
#[derive(Args)]
#[command(after_help = "Examples:
  nextrung user deputy 1000 1001 --until 2099-12-31
  nextrung user deputy 1000 1001 --end")]
pub(super) struct Deputy {
    /// The manager's employee number
    manager: String,
    /// The deputy's employee number
    deputy: String,
    /// First day, YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DAY", conflicts_with = "end")]
    from: Option<Day>,
    /// Last day, inclusive
    #[arg(long, value_name = "DAY", required_unless_present = "end")]
    until: Option<Day>,
    /// End it: by today, or with --until as the last day
    #[arg(long)]
    end: bool,
    #[command(flatten)]
    database: DatabaseArgs,
}

fn access() -> impl TypedValueParser<Value = Access> {
    PossibleValuesParser::new(Access::ALL.iter().map(|access| access.code()))
        .try_map(|code| Access::from_code(&code).ok_or("no such access"))
}

/// Access with its dates, on a line.
pub(super) fn told(grant: &model::Grant) -> String {
    let site = grant.site.as_ref().map(|site| format!(" of {site}")).unwrap_or_default();
    let until = grant.until_on.map(|day| format!(" until {day}")).unwrap_or_default();
    format!("{}{site} from {}{until}", grant.access.code(), grant.from_on)
}

impl Grant {
    pub(super) fn run(self) -> Outcome {
        let Grant { name, access, site, from, until: until_on, database } = self;
        let database = database.open_existing()?;
        let new = NewGrant { access, site, from_on: from.unwrap_or(database.ctx.today), until_on };
        database.write(async |store, ctx| give_access(store, ctx, &name, &new).await)?;
        say(format_args!("{name}: {} from {}", access.code(), new.from_on))
    }
}

impl Revoke {
    pub(super) fn run(self) -> Outcome {
        let Revoke { name, access, site, until, database } = self;
        let of = (access, site.as_deref());
        database.open_existing()?.write(async |store, ctx| end_access(store, ctx, &name, of, until).await)?;
        match until {
            Some(until) => say(format_args!("{name}: {} until {until}", access.code())),
            None => say(format_args!("{name}: no longer {}", access.code())),
        }
    }
}

impl Deputy {
    pub(super) fn run(self) -> Outcome {
        let Deputy { manager, deputy, from, until, database, .. } = self;
        let database = database.open_existing()?;
        match until.filter(|_| !self.end) {
            Some(until) => {
                let days = (from.unwrap_or(database.ctx.today), until);
                database.write(async |store, ctx| name_deputy(store, ctx, &manager, &deputy, days).await)?;
                say(format_args!("{deputy} stands in for {manager} from {} until {until}", days.0))
            }
            None => {
                database.write(async |store, ctx| end_deputy(store, ctx, &manager, &deputy, until).await)?;
                say(format_args!("{deputy} stands in for {manager} no longer than that"))
            }
        }
    }
}
