//! The commands, a file each.

mod assess;
mod audit;
mod backup;
mod check;
mod company;
mod export;
mod generate;
mod import;
mod ladder;
mod migrate;
mod serve;
mod user;
mod version;

use clap::{Parser, Subcommand};

use crate::outcome::Outcome;

/// See your next rung, and exactly what stands between you and it.
#[derive(Parser)]
#[command(
    name = "nextrung",
    version,
    after_help = "Exit codes: 0 ok · 1 the answer is no (findings, rejected rows) · 2 usage · 3 cannot (database, disk)\n\n\
                  Examples:\n  nextrung serve --demo\n  nextrung assess --demo --format table"
)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Serve),
    Assess(assess::Assess),
    Check(check::Check),
    Import(import::Import),
    Export(export::Export),
    Ladder(ladder::Ladder),
    Generate(generate::Generate),
    Backup(backup::Backup),
    Restore(backup::Restore),
    Audit(audit::Audit),
    Migrate(migrate::Migrate),
    Company(company::Company),
    User(user::User),
    Version(version::Version),
}

impl CommandLine {
    /// Does what was asked for.
    pub(crate) fn run(self) -> Outcome {
        match self.command {
            Command::Serve(serve) => serve.run(),
            Command::Assess(assess) => assess.run(),
            Command::Check(check) => check.run(),
            Command::Import(import) => import.run(),
            Command::Export(export) => export.run(),
            Command::Ladder(ladder) => ladder.run(),
            Command::Generate(generate) => generate.run(),
            Command::Backup(backup) => backup.run(),
            Command::Restore(restore) => restore.run(),
            Command::Audit(audit) => audit.run(),
            Command::Migrate(migrate) => migrate.run(),
            Command::Company(company) => company.run(),
            Command::User(user) => user.run(),
            Command::Version(version) => version.run(),
        }
    }
}
