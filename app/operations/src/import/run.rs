//! An upload checked, or applied: work of minutes, beside the requests. Where it stands is a row, so every server can
//! tell; when its server dies the row shows no sign of life any more, and whoever comes next begins anew. An upload and
//! the import that it becomes are noted in one transaction: there is no in-between.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use files::{Mapping, Problem, Refused};
use jiff::SignedDuration;
use model::{Stage, Upload, UploadId};
use policy::Context;
use store::{Store, new_id};
use uuid::Uuid;

use super::import;
use super::outcome::{Clock, FeedLadder, Options, Outcome, What};
use super::uploads::{REFUSED, find_upload, is_of_a_bundle, permit};
use super::verdict::{Note, RefusedRow, Section, TellLine, Verdict, Why};
use super::workforce::{NotOpened, Told, Workforce, open_feed};
use crate::{Error, InForce, Obstacle, ladder_in_force};

/// After how long without a sign of life a run is taken for dead.
const DEAD_AFTER: SignedDuration = SignedDuration::from_secs(120);
/// How often a run gives one.
const SIGN_OF_LIFE: Duration = Duration::from_secs(2);
/// How many notes are kept.
const MOST_NOTES: usize = 50;
/// How many lines are kept in one transaction.
const LINES: usize = 500;

/// Whether somebody accepts that a feed has more than 10 % fewer rows than last time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepts {
    /// As many as before.
    AsMany,
    /// Fewer.
    Fewer,
}

/// A check, or an application, of an upload that was begun: whoever has it does its work.
pub struct Run {
    store: Store,
    ctx: Context,
    clock: Clock,
    upload: Upload,
    id: Uuid,
    does: Does,
    at: Mutex<(String, u64)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Does {
    Check,
    Apply(Accepts),
}

/// Whether the run that works on an upload gave a sign of life lately.
pub fn is_alive(ctx: &Context, upload: &Upload) -> bool {
    matches!(upload.stage, Stage::Checking | Stage::Applying) && upload.touched_at >= alive_since(ctx)
}

fn alive_since(ctx: &Context) -> model::Instant {
    ctx.now.checked_sub(DEAD_AFTER).unwrap_or(ctx.now)
}

/// Begins to compare an upload with what is known; none where that, or more, is under way.
pub async fn begin_check(store: &Store, ctx: &Context, clock: &Clock, id: UploadId) -> Result<Option<Run>, Error> {
    let upload = find_upload(store, ctx, id).await?;
    if matches!(upload.stage, Stage::Unmapped | Stage::Applied) {
        return Ok(None);
    }
    begin(store, ctx, clock, upload, Does::Check).await
}

/// Begins to make an upload true that was checked; none where that is under way or done.
pub async fn begin_apply(
    store: &Store,
    ctx: &Context,
    clock: &Clock,
    id: UploadId,
    accepts: Accepts,
) -> Result<Option<Run>, Error> {
    let upload = find_upload(store, ctx, id).await?;
    let is_in_order = matches!(Verdict::read(upload.result.as_deref())?, Some(Verdict::Difference { .. }));
    if upload.stage != Stage::Checked || !is_in_order {
        return Ok(None);
    }
    begin(store, ctx, clock, upload, Does::Apply(accepts)).await
}

async fn begin(store: &Store, ctx: &Context, clock: &Clock, upload: Upload, does: Does) -> Result<Option<Run>, Error> {
    let permit = permit(ctx)?;
    let id: Uuid = new_id(ctx.now);
    let run = (upload.id, id);
    let begun = store
        .prepare(ctx, async |preparation| {
            let stage = if does == Does::Check { Stage::Checking } else { Stage::Applying };
            if !preparation.uploads().begin(&permit, run, stage, ctx.now, alive_since(ctx)).await? {
                return Ok(false);
            }
            if does == Does::Check {
                preparation.uploads().drop_lines(&permit, run.0).await?;
            }
            Ok::<_, Error>(true)
        })
        .await?;
    let run = Run {
        store: store.clone(),
        ctx: ctx.clone(),
        clock: clock.clone(),
        upload,
        id,
        does,
        at: Mutex::new((String::new(), 0)),
    };
    Ok(begun.then_some(run))
}

impl Run {
    /// Does the work, and notes beside the upload what it came to. An error is one of ours, for the log: the upload
    /// says its incident, the number of the request.
    pub async fn work(self) -> Result<(), Error> {
        let run = Arc::new(self);
        let done = tokio::select! {
            done = Run::come_to(&run) => done,
            dead = run.live() => Err(dead),
        };
        let incident = run.ctx.request.0.simple().to_string();
        let (stage, verdict, error) = match done {
            Ok(None) => (Stage::Applied, None, None),
            Ok(Some(verdict @ Verdict::Applied { .. })) => (Stage::Applied, Some(verdict), None),
            Ok(Some(verdict)) => (Stage::Checked, Some(verdict), None),
            Err(error @ (Error::Store(_) | Error::Io(_))) => {
                (Stage::Stopped, Some(Verdict::Stopped { why: None, incident }), Some(error))
            }
            Err(error) => (Stage::Stopped, Some(Verdict::Stopped { why: Some(Why::from(&error)), incident }), None),
        };
        let noted = match verdict {
            Some(verdict) => run.note(stage, &verdict).await,
            None => Ok(()),
        };
        if stage == Stage::Applied {
            run.forget_files().await?;
        }
        error.map_or(noted, Err)
    }

    async fn note(&self, stage: Stage, verdict: &Verdict) -> Result<(), Error> {
        let (permit, result) = (permit(&self.ctx)?, verdict.to_json()?);
        let (run, at) = ((self.upload.id, self.id), self.clock.now());
        // Where the upload was thrown away, or another run took over, there is nothing to note.
        let _is_ours: bool = self
            .store
            .prepare(&self.ctx, async |preparation| {
                preparation.uploads().finish(&permit, run, stage, &result, at).await
            })
            .await?;
        Ok(())
    }

    /// Of what is applied nothing is needed any more but where it went.
    async fn forget_files(&self) -> Result<(), Error> {
        let (permit, id) = (permit(&self.ctx)?, self.upload.id);
        let forgotten = self.store.prepare(&self.ctx, async |preparation| {
            preparation.uploads().drop_lines(&permit, id).await?;
            preparation.uploads().drop_pieces(&permit, id).await
        });
        Ok(forgotten.await?)
    }

    /// Gives signs of life until the upload is not this run's any more.
    async fn live(&self) -> Error {
        let permit = match permit(&self.ctx) {
            Ok(permit) => permit,
            Err(error) => return error,
        };
        loop {
            tokio::time::sleep(SIGN_OF_LIFE).await;
            let (step, rows) = lock(&self.at).clone();
            let progress = serde_json::json!([step, rows]).to_string();
            let (run, at) = ((self.upload.id, self.id), self.clock.now());
            let alive = self
                .store
                .prepare(&self.ctx, async |preparation| {
                    preparation.uploads().progress(&permit, run, &progress, at).await
                })
                .await;
            // What stands in the way of a sign of life, as the import's own transaction on SQLite, is not its end:
            // whatever is wrong with the database the run meets itself.
            if let Ok(false) = alive {
                return Obstacle::ThrownAway(self.upload.name.clone()).into();
            }
        }
    }

    fn step(&self, step: &str, rows: u64) {
        let mut at = lock(&self.at);
        if at.0 != step {
            step.clone_into(&mut at.0);
        }
        at.1 = rows;
    }

    /// What it comes to; nothing where that was noted with the import itself.
    async fn come_to(run: &Arc<Run>) -> Result<Option<Verdict>, Error> {
        let folder = tempfile::tempdir()?;
        let feed = run.fetch(folder.path()).await?;
        let in_force = ladder_in_force(&run.store, &run.ctx).await?;
        let (reading, ladder) = (Arc::clone(run), in_force.clone());
        let opened = tokio::task::spawn_blocking(move || reading.open(&feed, &ladder));
        let (opened, notes) = opened.await.map_err(std::io::Error::other)?;
        let workforce = match opened {
            Ok(workforce) => workforce,
            Err(refused) => return run.refuse(folder.path(), refused, notes).await.map(Some),
        };
        let outcome = run.import(workforce, &in_force).await?;
        if run.does == Does::Check {
            run.keep_lines(&outcome).await?;
            return Ok(Some(Verdict::of(&outcome, notes)));
        }
        Ok(outcome.change.is_none().then_some(Verdict::Applied { change: None }))
    }

    /// Writes the files where they can be read; which of them, or all, is the feed.
    async fn fetch(&self, folder: &Path) -> Result<PathBuf, Error> {
        let permit = permit(&self.ctx)?;
        let (mut name, mut number) = (String::new(), -1);
        let mut files: Vec<(PathBuf, File)> = Vec::new();
        loop {
            let after = (name.as_str(), number);
            let piece =
                self.store.read(&self.ctx, async |tx| tx.uploads().piece_after(&permit, self.upload.id, after).await);
            let Some(piece) = piece.await? else { break };
            if piece.file != name {
                let path = folder.join(&piece.file);
                files.push((path.clone(), File::create(path)?));
            }
            if let Some((_, file)) = files.last_mut() {
                file.write_all(&piece.bytes)?;
            }
            (name, number) = (piece.file, piece.number);
        }
        let is_folder = self.upload.mapping.is_none() && is_of_a_bundle(&name);
        match files.pop() {
            Some((path, _)) if files.is_empty() && !is_folder => Ok(path),
            _ => Ok(folder.to_owned()),
        }
    }

    fn open(&self, feed: &Path, in_force: &InForce) -> (Result<Workforce, Refused>, Vec<Note>) {
        let mut notes = Vec::new();
        let mut note = |note: Note| {
            if notes.len() < MOST_NOTES {
                notes.push(note);
            }
        };
        let mapping = self.upload.mapping.as_deref().map(|text| Mapping::read(text, "mapping.toml")).transpose();
        let opened = mapping.map_err(NotOpened::from).and_then(|mapping| {
            open_feed(feed, mapping.as_ref(), in_force, &mut |told| match told {
                Told::Step(step) => self.step(step.file, step.rows),
                Told::OtherLadder => note(Note::OtherLadder),
                Told::Stranger(Problem { file, reason, .. }) => {
                    note(Note::Stranger { file: file.clone(), reason: reason.clone() });
                }
                Told::Ignored(file, column) => {
                    note(Note::Ignored { file: file.to_owned(), column: column.to_owned() });
                }
                Told::LeftEmpty(Problem { line, reason, .. }) => {
                    note(Note::LeftEmpty { line: line.unwrap_or(0), reason: reason.clone() });
                }
                Told::NewJob(job) => note(Note::NewJob {
                    code: job.job.code.to_string(),
                    title: job.job.title.to_string(),
                    rows: job.rows,
                }),
                Told::Mapped(mapped) => note(Note::Mapped {
                    rows: mapped.rows,
                    taken: mapped.taken,
                    skipped: mapped.skipped.iter().map(|skipped| skipped.rows).sum(),
                    refused: mapped.refused_rows,
                }),
            })
        });
        let opened = opened.map_err(|not| match not {
            NotOpened::Unreadable(problem) => Refused { problems: vec![problem], ..Refused::default() },
            NotOpened::Refused(refused) => refused,
        });
        (opened, notes)
    }

    /// Keeps every problem. Where the files lay meanwhile is nobody's business.
    async fn refuse(&self, folder: &Path, refused: Refused, notes: Vec<Note>) -> Result<Verdict, Error> {
        let Refused { problems, more, .. } = refused;
        let folder = folder.display().to_string();
        let row = |problem: &Problem| {
            let mut row = RefusedRow::from(problem);
            if row.file.starts_with(&folder) {
                row.file = self.upload.name.clone();
            }
            row.reason = row.reason.replace(&folder, "");
            row
        };
        let rows: Vec<String> = problems.iter().map(|problem| json(&row(problem))).collect::<Result<_, _>>()?;
        self.keep(REFUSED, &rows).await?;
        Ok(Verdict::Refused { problems: rows.len() as u64, more, notes })
    }

    async fn keep_lines(&self, outcome: &Outcome) -> Result<(), Error> {
        for section in [Section::Changes, Section::Conflicts] {
            let is_of = |what| (what == What::Conflict) == (section == Section::Conflicts);
            let lines = outcome.lines.iter().filter(|line| is_of(line.what));
            let lines: Vec<String> = lines.map(|line| json(&TellLine::from(line))).collect::<Result<_, _>>()?;
            self.keep(section.code(), &lines).await?;
        }
        Ok(())
    }

    async fn keep(&self, section: &str, lines: &[String]) -> Result<(), Error> {
        let (permit, id) = (permit(&self.ctx)?, self.upload.id);
        for (from, some) in (1..).step_by(LINES).zip(lines.chunks(LINES)) {
            self.store
                .prepare(&self.ctx, async |preparation| {
                    preparation.uploads().add_lines(&permit, id, section, from, some).await
                })
                .await?;
        }
        Ok(())
    }

    async fn import(self: &Arc<Run>, workforce: Workforce, in_force: &InForce) -> Result<Outcome, Error> {
        let options = Options {
            name: self.upload.name.clone(),
            replace: self.upload.replaced.iter().copied().collect::<BTreeSet<_>>(),
            dry_run: self.does == Does::Check,
            // A check shows how many fewer there are.
            accept_fewer: matches!(self.does, Does::Check | Does::Apply(Accepts::Fewer)),
            ladder: Some(FeedLadder { checked_by: workforce.ladder.clone(), in_force: in_force.id }),
            clock: Some(self.clock.clone()),
            upload: (self.does != Does::Check).then_some((self.upload.id, self.id)),
        };
        let workforce = Mutex::new(workforce);
        let checked = &workforce;
        let people = move || {
            lock(checked).checked.rewind()?;
            let mut done = 0;
            Ok(std::iter::from_fn(move || {
                done += 1;
                self.step("people", done);
                lock(checked).checked.next_person()
            }))
        };
        import(&self.store, &self.ctx, &options, people).await
    }
}

fn lock<T>(one: &Mutex<T>) -> MutexGuard<'_, T> {
    one.lock().unwrap_or_else(PoisonError::into_inner)
}

fn json(line: &impl serde::Serialize) -> Result<String, Error> {
    Ok(serde_json::to_string(line).map_err(std::io::Error::other)?)
}
