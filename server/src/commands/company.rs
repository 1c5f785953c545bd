//! `company`: what holds for the company as a whole.

use std::io::Write;

use clap::{Args, Subcommand};
use operations::{NoZone, ZoneSet, set_time_zone, time_zone, zone_named};

use crate::database::DatabaseArgs;
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::answers;

/// Say which time zone the company is in and which day it is there; set the time zone
#[derive(Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:
  nextrung company
  nextrung company time-zone Asia/Kolkata

The company's day decides what everybody is told: it begins at midnight in its time zone."
)]
pub(crate) struct Company {
    #[command(subcommand)]
    act: Option<Act>,
    #[command(flatten)]
    database: DatabaseArgs,
}

#[derive(Subcommand)]
enum Act {
    TimeZone(SetTimeZone),
}

/// Set the time zone that decides which day it is
#[derive(Args)]
#[command(after_help = "Example:
  nextrung company time-zone Asia/Kolkata

Servers take it up within seconds. A company's day only goes forward: where it has begun, and in the new
zone it has not, the command is refused until it has there, too.")]
struct SetTimeZone {
    /// A region and a city, as the IANA Time Zone Database names them
    #[arg(value_name = "ZONE")]
    name: String,
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Company {
    pub(crate) fn run(self) -> Outcome {
        match self.act {
            None => tell(&self.database),
            Some(Act::TimeZone(set)) => set.run(),
        }
    }
}

fn tell(database: &DatabaseArgs) -> Outcome {
    let database = database.open_existing()?;
    let zone = database.run(async |store, ctx| time_zone(store, ctx).await)?;
    let mut answers = answers();
    writeln!(answers, "time zone  {zone}\ntoday      {}", zone.day(database.ctx.now))?;
    answers.flush()?;
    Ok(Answer::Yes)
}

impl SetTimeZone {
    fn run(self) -> Outcome {
        let zone = zone_named(&self.name).map_err(|none| Stop::Refused(refusal(&none)))?;
        let database = self.database.open_existing()?;
        let mut answers = answers();
        match database.write(async |store, ctx| set_time_zone(store, ctx, &zone).await)? {
            ZoneSet::Now(today) => {
                writeln!(answers, "the time zone is {zone}, where it is {today}; servers take it up within seconds")?;
            }
            ZoneSet::Already => writeln!(answers, "the time zone is {zone} already: nothing was changed")?,
        }
        answers.flush()?;
        Ok(Answer::Yes)
    }
}

fn refusal(none: &NoZone) -> String {
    match none.near.as_slice() {
        [] => format!("there is no time zone {:?}: name a region and a city, as Asia/Kolkata", none.typed),
        near => format!("there is no time zone {:?}; is it {}?", none.typed, near.join(" or ")),
    }
}
