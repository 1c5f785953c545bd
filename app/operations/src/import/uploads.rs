//! Files that somebody uploads, to be checked and then applied: piece by piece, kept where every server finds them.

use jiff::SignedDuration;
use model::{AccountId, FactKind, Stage, Subject, Upload, UploadId};
use policy::{Act, Context, Permit, authorize};
use serde::de::DeserializeOwned;
use store::{Store, UploadPiece, new_id};

use super::run::is_alive;
use super::verdict::{RefusedRow, Section, TellLine};
use crate::{Error, Obstacle};

/// How many bytes an upload may have. More come in by the command line.
pub const MOST_BYTES: u64 = 256 << 20;
/// How long an upload is kept after the last act.
pub const UPLOAD_LASTS: SignedDuration = SignedDuration::from_mins(30);
/// How many bytes go into a row.
const PIECE: usize = 1 << 20;
/// What a .zip begins with.
const ZIP: &[u8] = b"PK";

/// Files that are arriving.
pub struct Arrival<'a> {
    store: &'a Store,
    ctx: &'a Context,
    permit: Permit,
    upload: Upload,
    files: Vec<Arriving>,
    bytes: u64,
}

struct Arriving {
    name: String,
    head: Vec<u8>,
    bytes: u64,
    pieces: i64,
    rest: Vec<u8>,
}

/// Whether more fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// It does.
    Left,
    /// There are more than [`MOST_BYTES`]: what came is forgotten.
    Full,
}

/// How what arrived is meant.
#[derive(Clone, Debug, Default)]
pub struct Meant {
    /// How the columns of an export become a bundle.
    pub mapping: Option<String>,
    /// The kinds of which it is the whole truth.
    pub replaced: Vec<FactKind>,
}

/// Why what arrived makes no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMeant {
    /// There is no file.
    NoFile,
    /// A file is empty.
    Empty(String),
    /// A mapping reads one export.
    SeveralExports,
    /// Beside others there can only be files of a bundle.
    NotOfABundle(String),
}

pub(super) fn permit(ctx: &Context) -> Result<Permit, Error> {
    Ok(authorize(&ctx.actor, Act::Import, Subject::Company, None)?)
}

pub(super) fn owner(ctx: &Context) -> Result<AccountId, Error> {
    ctx.actor.account().ok_or(Error::Hidden)
}

impl<'a> Arrival<'a> {
    /// Begins; what nobody touched for long goes.
    pub async fn begin(store: &'a Store, ctx: &'a Context) -> Result<Arrival<'a>, Error> {
        let permit = permit(ctx)?;
        let upload = Upload {
            id: new_id(ctx.now),
            account: owner(ctx)?,
            name: String::new(),
            mapping: None,
            replaced: Vec::new(),
            stage: Stage::Arriving,
            result: None,
            progress: None,
            touched_at: ctx.now,
        };
        let since = ctx.now.checked_sub(UPLOAD_LASTS).unwrap_or(ctx.now);
        store
            .prepare(ctx, async |preparation| {
                for id in preparation.uploads().expired(&permit, since).await? {
                    preparation.uploads().drop(&permit, id).await?;
                }
                preparation.uploads().add(&permit, &upload).await?;
                Ok::<_, Error>(())
            })
            .await?;
        Ok(Arrival { store, ctx, permit, upload, files: Vec::new(), bytes: 0 })
    }

    /// The next file.
    pub fn file(&mut self, name: &str) {
        let name = plain(name);
        let taken = |name: &str| self.files.iter().any(|file| file.name == name);
        let name = if taken(&name) { format!("{}-{name}", self.files.len() + 1) } else { name };
        self.files.push(Arriving { name, head: Vec::new(), bytes: 0, pieces: 0, rest: Vec::new() });
    }

    /// More of the file.
    pub async fn add(&mut self, bytes: &[u8]) -> Result<Room, Error> {
        self.bytes += bytes.len() as u64;
        if self.bytes > MOST_BYTES {
            return Ok(Room::Full);
        }
        let Some(file) = self.files.last_mut() else { return Ok(Room::Left) };
        file.bytes += bytes.len() as u64;
        file.head.extend(bytes.iter().take(ZIP.len() - file.head.len()));
        file.rest.extend_from_slice(bytes);
        while let Some(file) = self.files.last_mut().filter(|file| file.rest.len() >= PIECE) {
            let rest = file.rest.split_off(PIECE);
            let piece = std::mem::replace(&mut file.rest, rest);
            self.keep(piece).await?;
        }
        Ok(Room::Left)
    }

    /// The file is whole.
    pub async fn end_file(&mut self) -> Result<(), Error> {
        match self.files.last_mut() {
            Some(file) if !file.rest.is_empty() => {
                let rest = std::mem::take(&mut file.rest);
                self.keep(rest).await
            }
            Some(_) | None => Ok(()),
        }
    }

    async fn keep(&mut self, bytes: Vec<u8>) -> Result<(), Error> {
        let Some(file) = self.files.last_mut() else { return Ok(()) };
        let piece = UploadPiece { file: file.name.clone(), number: file.pieces, bytes };
        file.pieces += 1;
        let (permit, id) = (&self.permit, self.upload.id);
        let kept =
            self.store.prepare(self.ctx, async |preparation| preparation.uploads().add_piece(permit, id, &piece).await);
        Ok(kept.await?)
    }

    /// All is there: what it is, or why it makes no sense. An export without a mapping waits for one.
    pub async fn finish(mut self, meant: Meant) -> Result<Result<Upload, NotMeant>, Error> {
        if let Some(fault) = self.fault(&meant) {
            self.give_up().await?;
            return Ok(Err(fault));
        }
        let names: Vec<&str> = self.files.iter().map(|file| file.name.as_str()).collect();
        self.upload.name = names.join(", ");
        let is_bundle = names.iter().all(|name| is_of_a_bundle(name)) || self.files[0].head == ZIP;
        // Whether a mapping can be read is found out where it can be mended.
        let reads = |text: &str| files::Mapping::read(text, "").is_ok();
        self.upload.stage = match &meant.mapping {
            Some(text) if !reads(text) => Stage::Unmapped,
            None if !is_bundle => Stage::Unmapped,
            Some(_) | None => Stage::Arriving,
        };
        (self.upload.mapping, self.upload.replaced) = (meant.mapping, meant.replaced);
        let (permit, upload) = (&self.permit, &self.upload);
        self.store.prepare(self.ctx, async |preparation| preparation.uploads().describe(permit, upload).await).await?;
        Ok(Ok(self.upload))
    }

    fn fault(&self, meant: &Meant) -> Option<NotMeant> {
        if self.files.is_empty() {
            return Some(NotMeant::NoFile);
        }
        if let Some(empty) = self.files.iter().find(|file| file.bytes == 0) {
            return Some(NotMeant::Empty(empty.name.clone()));
        }
        match self.files.as_slice() {
            [_] => None,
            _ if meant.mapping.is_some() => Some(NotMeant::SeveralExports),
            files => {
                let stranger = files.iter().find(|file| !is_of_a_bundle(&file.name));
                stranger.map(|file| NotMeant::NotOfABundle(file.name.clone()))
            }
        }
    }

    /// Forgets what came.
    pub async fn give_up(self) -> Result<(), Error> {
        let (permit, id) = (&self.permit, self.upload.id);
        Ok(self.store.prepare(self.ctx, async |preparation| preparation.uploads().drop(permit, id).await).await?)
    }
}

/// Whether a bundle has a file of that name.
pub(super) fn is_of_a_bundle(name: &str) -> bool {
    name == "ladder.toml" || files::BUNDLE_FILES.iter().any(|file| file.name == name)
}

/// A file's own name, of what a browser says it is called.
fn plain(name: &str) -> String {
    let own = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = own.chars().filter(|letter| !letter.is_control()).take(100).collect();
    let plain = plain.trim();
    if plain.is_empty() || plain.chars().all(|letter| letter == '.') { "file".to_owned() } else { plain.to_owned() }
}

/// One of one's own, unless it was left alone for too long.
pub async fn find_upload(store: &Store, ctx: &Context, id: UploadId) -> Result<Upload, Error> {
    let (permit, whose) = (permit(ctx)?, owner(ctx)?);
    let found = store.read(ctx, async |tx| tx.uploads().find(&permit, whose, id).await).await?;
    found.filter(|upload| lasts(ctx, upload)).ok_or(Error::Hidden)
}

fn lasts(ctx: &Context, upload: &Upload) -> bool {
    upload.touched_at.checked_add(UPLOAD_LASTS).is_ok_and(|until| ctx.now < until)
}

/// One's own that wait, the latest first; at most `limit`.
pub async fn list_uploads(store: &Store, ctx: &Context, limit: u32) -> Result<Vec<Upload>, Error> {
    let (permit, whose) = (permit(ctx)?, owner(ctx)?);
    let mut found = store.read(ctx, async |tx| tx.uploads().of_account(&permit, whose, None, limit).await).await?;
    found.retain(|upload| lasts(ctx, upload) && upload.stage != Stage::Applied);
    Ok(found)
}

/// Throws one of one's own away; refused while it is becoming true.
pub async fn discard_upload(store: &Store, ctx: &Context, id: UploadId) -> Result<(), Error> {
    let permit = permit(ctx)?;
    let upload = find_upload(store, ctx, id).await?;
    if upload.stage == Stage::Applying && is_alive(ctx, &upload) {
        return Err(Obstacle::BeingApplied(upload.name).into());
    }
    Ok(store.prepare(ctx, async |preparation| preparation.uploads().drop(&permit, id).await).await?)
}

/// Says how the columns of an export become a bundle.
pub async fn map_upload(store: &Store, ctx: &Context, id: UploadId, mapping: &str) -> Result<(), Error> {
    let permit = permit(ctx)?;
    let mut upload = find_upload(store, ctx, id).await?;
    (upload.mapping, upload.touched_at) = (Some(mapping.to_owned()), ctx.now);
    if upload.stage != Stage::Checked {
        upload.stage = Stage::Arriving;
    }
    let described = store.prepare(ctx, async |preparation| preparation.uploads().describe(&permit, &upload).await);
    if described.await? { Ok(()) } else { Err(Obstacle::BeingWorkedOn(upload.name).into()) }
}

/// The rows that are wrong, after one; at most `limit`. With the number of each.
pub async fn refused_rows(
    store: &Store,
    ctx: &Context,
    id: UploadId,
    after: i64,
    limit: u32,
) -> Result<Vec<(i64, RefusedRow)>, Error> {
    lines(store, ctx, id, REFUSED, after, limit).await
}

/// The lines of a difference, or its conflicts, after one; at most `limit`. With the number of each.
pub async fn told_lines(
    store: &Store,
    ctx: &Context,
    id: UploadId,
    section: Section,
    after: i64,
    limit: u32,
) -> Result<Vec<(i64, TellLine)>, Error> {
    lines(store, ctx, id, section.code(), after, limit).await
}

pub(super) const REFUSED: &str = "refused";

async fn lines<T: DeserializeOwned>(
    store: &Store,
    ctx: &Context,
    id: UploadId,
    section: &'static str,
    after: i64,
    limit: u32,
) -> Result<Vec<(i64, T)>, Error> {
    let permit = permit(ctx)?;
    find_upload(store, ctx, id).await?;
    let found = store.read(ctx, async |tx| tx.uploads().lines(&permit, id, section, after, limit).await).await?;
    let read =
        |(number, line): (i64, String)| Ok((number, serde_json::from_str(&line).map_err(std::io::Error::other)?));
    found.into_iter().map(read).collect()
}
