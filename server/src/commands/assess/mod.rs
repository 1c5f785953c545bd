//! `assess`: who is eligible for what, why, and from which day.

mod packet;

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::{ArgGroup, Args, ValueEnum};
use files::{Person, default_ladder, nearest};
use operations::{export, ladder_in_force};
use rules::{Day, Engine, Ladder, TrackId};
use words::English;

use crate::clock;
use crate::database::{Database, DatabaseArgs};
use crate::input::{Precedence, Source};
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::{answers, tell};
use crate::progress::Progress;
use crate::report::{CsvLines, JsonLines, Report, Table};

/// Say for every employee and every track: eligible or not, why, and from which day
#[derive(Args)]
#[command(
    group = ArgGroup::new("people").args(["bundle", "database", "demo", "packet"]).required(true),
    after_help = "Examples:
  nextrung assess --bundle people --format table
  nextrung assess --bundle people.zip --as-of 2026-11-22 --track csr-to-team-lead --employee 1001
  nextrung assess --bundle people --ladder ladder.toml --format csv
  nextrung assess --bundle export.csv --map mapping.toml
  nextrung assess --database sqlite:nextrung.db --format csv
  nextrung assess --demo
  nextrung assess --packet packet.json --format table

A bundle's own ladder.toml comes before --ladder; without either, the ladder that ships with the
program judges; in a database its own does. Lines come in the order of employees.csv, from a database
by employee number, then in that of the tracks in the ladder.
An evidence packet carries its facts and criteria: no database and no other ladder is looked at. What
is found is told beside the answer: whether it is what was frozen, and the packet's SHA-256.
JSON Lines and CSV are stable. The table is for people: it leaves out the tracks that do not
apply, unless --employee or --packet asks for somebody."
)]
pub(crate) struct Assess {
    #[command(flatten)]
    source: Source,
    /// Assess everyone in a database: sqlite:PATH or postgres://… [without URL: as NEXTRUNG_DATABASE says]
    #[arg(long, value_name = "URL", num_args = 0..=1, conflicts_with_all = ["map", "ladder"])]
    database: Option<Option<String>>,
    /// Assess the fictional company
    #[arg(long, conflicts_with_all = ["map", "ladder"])]
    demo: bool,
    /// Assess again what an evidence packet holds, as of its own day and by its own criteria
    #[arg(long, value_name = "FILE", conflicts_with_all = ["map", "ladder", "as_of", "tracks", "employees"])]
    packet: Option<PathBuf>,
    /// The SHA-256 that the packet must have, as the audit entry says it
    #[arg(long, value_name = "HEX", requires = "packet", value_parser = packet::digest)]
    digest: Option<String>,
    /// The day to assess on, YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DAY")]
    as_of: Option<Day>,
    /// Only this track; may be repeated
    #[arg(long = "track", value_name = "CODE")]
    tracks: Vec<String>,
    /// Judge by the version of the one --track that took effect on this day, as if it were the only one
    #[arg(long, value_name = "DAY", requires = "tracks")]
    criteria_of: Option<Day>,
    /// Only this employee; may be repeated
    #[arg(long = "employee", value_name = "NO")]
    employees: Vec<String>,
    /// How to write it [default: table on a terminal, else jsonl]
    #[arg(long)]
    format: Option<Format>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// One assessment a line, as JSON
    Jsonl,
    /// One assessment a line, with a header
    Csv,
    /// For people
    Table,
}

impl Assess {
    pub(crate) fn run(self) -> Outcome {
        if let Some(packet) = &self.packet {
            return self.assess_packet(packet);
        }
        let mut progress = Progress::start();
        if let Some(address) = &self.database {
            return self.assess_database(&DatabaseArgs::at(address.as_deref()).open_existing()?, progress);
        }
        let as_of = self.as_of.map_or_else(clock::today, Ok)?;
        if self.demo {
            let ladder = default_ladder();
            let people = demo::demo(as_of, ladder);
            let total = people.len() as u64;
            return self.assess(ladder, as_of, people.into_iter().map(Ok), total, progress);
        }
        let Some(bundle) = &self.source.bundle else { return Err(Stop::Usage("--bundle is missing".to_owned())) };
        let workforce = self.source.open(bundle, Precedence::Own, &mut progress)?;
        let (ladder, checked) = (workforce.ladder, workforce.checked);
        let total = checked.len() as u64;
        self.assess(&ladder, as_of, checked.people(), total, progress)
    }

    fn assess(
        &self,
        ladder: &Ladder,
        as_of: Day,
        people: impl Iterator<Item = io::Result<Person>>,
        total: u64,
        progress: Progress,
    ) -> Outcome {
        let words = English::new();
        let mut assessing = self.begin(ladder, &words, as_of, progress)?;
        for person in people {
            assessing.person(&person.map_err(|error| Stop::Cannot(error.to_string()))?, Some(total))?;
        }
        assessing.finish()
    }

    fn assess_database(&self, database: &Database, progress: Progress) -> Outcome {
        let (ladder, words) = (database.run(ladder_in_force)?.ladder, English::new());
        let as_of = self.as_of.unwrap_or(database.ctx.today);
        let mut assessing = self.begin(&ladder, &words, as_of, progress)?;
        let each = |person: &Person| Ok(assessing.person(person, None)?);
        database.run(async |store, ctx| export(store, ctx, &ladder, each).await)?;
        assessing.finish()
    }

    fn begin<'a>(
        &'a self,
        ladder: &'a Ladder,
        words: &'a English,
        as_of: Day,
        progress: Progress,
    ) -> Result<Assessing<'a>, Stop> {
        Ok(Assessing {
            as_of,
            engine: Engine::new(ladder),
            tracks: self.chosen_tracks(ladder)?,
            criteria_of: self.criteria_of,
            everyone: self.employees.is_empty(),
            unseen: self.employees.iter().map(String::as_str).collect(),
            report: self.report(ladder, words),
            // On a terminal the answer itself shows how far it has come.
            progress: (!io::stdout().is_terminal()).then_some(progress),
            done: 0,
        })
    }

    /// In the ladder's order, whatever order they were asked for in.
    fn chosen_tracks(&self, ladder: &Ladder) -> Result<Vec<TrackId>, Stop> {
        let codes = || ladder.tracks.iter().map(|track| track.code.as_str());
        for code in &self.tracks {
            if !codes().any(|known| known == code) {
                let hint = nearest(code, codes()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                return Err(Stop::Usage(format!("--track: there is no track `{code}`{hint}")));
            }
        }
        let chosen =
            |id: &TrackId| self.tracks.is_empty() || self.tracks.iter().any(|code| *code == ladder.track(*id).code);
        let chosen: Vec<TrackId> = ladder.track_ids().filter(chosen).collect();
        self.criteria_of.map_or(Ok(()), |version| has_version(ladder, &chosen, version))?;
        Ok(chosen)
    }

    fn report<'a>(&self, ladder: &'a Ladder, words: &'a English) -> Box<dyn Report + 'a> {
        let on_terminal = if io::stdout().is_terminal() { Format::Table } else { Format::Jsonl };
        match self.format.unwrap_or(on_terminal) {
            Format::Jsonl => Box::new(JsonLines::new(ladder, words)),
            Format::Csv => Box::new(CsvLines::new(ladder, words, Box::new(answers()))),
            Format::Table => {
                let everything = self.packet.is_some() || !self.employees.is_empty();
                Box::new(Table::new(ladder, words, everything))
            }
        }
    }
}

/// A version is named by its day for one track alone.
fn has_version(ladder: &Ladder, tracks: &[TrackId], version: Day) -> Result<(), Stop> {
    let [track] = tracks else { return Err(Stop::Usage("--criteria-of: a version is one of one --track".to_owned())) };
    let track = ladder.track(*track);
    let versions = || track.versions.iter().map(|version| version.effective_from);
    if versions().any(|on| on == version) {
        return Ok(());
    }
    let known: Vec<String> = versions().map(|on| on.to_string()).collect();
    let (code, known) = (&track.code, known.join(", "));
    Err(Stop::Usage(format!("--criteria-of: `{code}` has no version effective from {version}; it has {known}")))
}

/// People assessed as they come.
struct Assessing<'a> {
    as_of: Day,
    engine: Engine<'a>,
    tracks: Vec<TrackId>,
    criteria_of: Option<Day>,
    everyone: bool,
    /// Those asked for by number who have not come yet.
    unseen: BTreeSet<&'a str>,
    report: Box<dyn Report + 'a>,
    progress: Option<Progress>,
    done: u64,
}

impl Assessing<'_> {
    fn person(&mut self, person: &Person, total: Option<u64>) -> io::Result<()> {
        if let Some(progress) = &mut self.progress {
            progress.step("assessing", self.done, total);
        }
        self.done += 1;
        if !self.everyone && !self.unseen.remove(person.employee.employee_number.as_str()) {
            return Ok(());
        }
        let facts = person.facts();
        let Some(subject) = self.engine.person(&facts, self.as_of) else { return Ok(()) };
        let mut assessments = self.tracks.iter().filter_map(|track| match self.criteria_of {
            None => subject.explain(*track),
            Some(version) => self.engine.explain_under(&facts, *track, version, self.as_of),
        });
        assessments.try_for_each(|assessment| self.report.line(person, &assessment))
    }

    fn finish(self) -> Outcome {
        drop(self.progress);
        self.report.finish()?;
        self.unseen.iter().for_each(|number| tell(format_args!("error: there is no employee `{number}`")));
        Ok(if self.unseen.is_empty() { Answer::Yes } else { Answer::No })
    }
}
