//! Files on their way to becoming an import: in pieces, so that none is ever whole in memory.

use model::{AccountId, FactKind, Instant, Stage, Upload, UploadId};
use policy::{Act, Permit};
use serde_json::json;
use uuid::Uuid;

use crate::error::Error;
use crate::statement::{run, statement};
use crate::tx::Tx;
use crate::value::{SqlInstant, instant};

const TABLE: &str = "uploads";

/// The uploads, in a transaction.
pub struct Uploads<'t>(&'t mut Tx);

/// The uploads, as they are prepared: none of them counts for anything.
pub struct PreparedUploads<'t>(pub(crate) &'t mut Tx);

/// A piece of a file.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct UploadPiece {
    /// Of which file.
    pub file: String,
    /// Which piece of it, from 0.
    pub number: i64,
    /// What it holds.
    pub bytes: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    account_id: Uuid,
    name: String,
    mapping: Option<String>,
    replaced: String,
    stage: String,
    result: Option<String>,
    progress: Option<String>,
    touched_at: SqlInstant,
}

impl TryFrom<Row> for Upload {
    type Error = Error;

    fn try_from(row: Row) -> Result<Upload, Error> {
        let corrupt = |what: &str| Error::Corrupt { table: TABLE, what: format!("the {what} of {}", row.id) };
        let codes: Vec<String> = serde_json::from_str(&row.replaced).map_err(|_| corrupt("replaced kinds"))?;
        let kind = |code: &String| FactKind::from_code(code).ok_or_else(|| corrupt("replaced kinds"));
        Ok(Upload {
            id: UploadId(row.id),
            account: AccountId(row.account_id),
            replaced: codes.iter().map(kind).collect::<Result<_, _>>()?,
            stage: Stage::from_code(&row.stage).ok_or_else(|| corrupt("stage"))?,
            name: row.name,
            mapping: row.mapping,
            result: row.result,
            progress: row.progress,
            touched_at: row.touched_at.to_jiff(),
        })
    }
}

fn codes(kinds: &[FactKind]) -> String {
    json!(kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>()).to_string()
}

fn is_import(permit: &Permit) -> Result<(), Error> {
    if permit.act() == Act::Import { Ok(()) } else { Err(Error::WrongPermit(permit.act().code())) }
}

impl Tx {
    /// The uploads.
    pub fn uploads(&mut self) -> Uploads<'_> {
        Uploads(self)
    }
}

impl Uploads<'_> {
    /// One of an account's own.
    pub async fn find(&mut self, permit: &Permit, whose: AccountId, id: UploadId) -> Result<Option<Upload>, Error> {
        is_import(permit)?;
        let row = run!(self.0, optional Row, statement!("uploads/find"), id.0, whose.0)?;
        row.map(Upload::try_from).transpose()
    }

    /// An account's own, the latest first, before one; at most `limit`.
    pub async fn of_account(
        &mut self,
        permit: &Permit,
        whose: AccountId,
        before: Option<UploadId>,
        limit: u32,
    ) -> Result<Vec<Upload>, Error> {
        is_import(permit)?;
        let before = before.map_or(Uuid::max(), |id| id.0);
        let rows = run!(self.0, all Row, statement!("uploads/of_account"), whose.0, before, i64::from(limit))?;
        rows.into_iter().map(Upload::try_from).collect()
    }

    /// The piece after another, by file and number.
    pub async fn piece_after(
        &mut self,
        permit: &Permit,
        id: UploadId,
        (file, number): (&str, i64),
    ) -> Result<Option<UploadPiece>, Error> {
        is_import(permit)?;
        run!(self.0, optional UploadPiece, statement!("uploads/piece_after"), id.0, file, number)
    }

    /// What a check found, section by section: the lines after a number; at most `limit`.
    pub async fn lines(
        &mut self,
        permit: &Permit,
        id: UploadId,
        section: &str,
        after: i64,
        limit: u32,
    ) -> Result<Vec<(i64, String)>, Error> {
        is_import(permit)?;
        run!(self.0, all(i64, String), statement!("uploads/lines"), id.0, section, after, i64::from(limit))
    }

    /// Notes what a run came to. Whether the run was still the upload's.
    pub async fn finish(
        &mut self,
        permit: &Permit,
        (id, run): (UploadId, Uuid),
        stage: Stage,
        result: &str,
        at: Instant,
    ) -> Result<bool, Error> {
        is_import(permit)?;
        let done = run!(
            self.0,
            execute statement!("uploads/finish"),
            id.0,
            run,
            stage.code(),
            result,
            instant(at),
        )?;
        Ok(done == 1)
    }
}

impl PreparedUploads<'_> {
    /// Notes what a run came to. Whether the run was still the upload's.
    pub async fn finish(
        &mut self,
        permit: &Permit,
        run: (UploadId, Uuid),
        stage: Stage,
        result: &str,
        at: Instant,
    ) -> Result<bool, Error> {
        Uploads(self.0).finish(permit, run, stage, result, at).await
    }

    /// Opens one.
    pub async fn add(&mut self, permit: &Permit, upload: &Upload) -> Result<(), Error> {
        is_import(permit)?;
        run!(
            self.0,
            execute statement!("uploads/add"),
            upload.id.0,
            upload.account.0,
            upload.name.clone(),
            upload.mapping.clone(),
            codes(&upload.replaced),
            upload.stage.code(),
            instant(upload.touched_at),
        )?;
        Ok(())
    }

    /// Keeps a piece of a file.
    pub async fn add_piece(&mut self, permit: &Permit, id: UploadId, piece: &UploadPiece) -> Result<(), Error> {
        is_import(permit)?;
        let UploadPiece { file, number, bytes } = piece;
        run!(self.0, execute statement!("uploads/add_piece"), id.0, file.as_str(), *number, bytes.as_slice())?;
        Ok(())
    }

    /// Says how it is meant. Whether it could be: not while it is worked on.
    pub async fn describe(&mut self, permit: &Permit, upload: &Upload) -> Result<bool, Error> {
        is_import(permit)?;
        let described = run!(
            self.0,
            execute statement!("uploads/describe"),
            upload.id.0,
            upload.name.clone(),
            upload.mapping.clone(),
            codes(&upload.replaced),
            upload.stage.code(),
            instant(upload.touched_at),
        )?;
        Ok(described == 1)
    }

    /// Begins a run. Whether it could: not while another is, that gave a sign of life since an instant.
    pub async fn begin(
        &mut self,
        permit: &Permit,
        (id, run): (UploadId, Uuid),
        stage: Stage,
        at: Instant,
        alive_since: Instant,
    ) -> Result<bool, Error> {
        is_import(permit)?;
        let (at, since) = (instant(at), instant(alive_since));
        Ok(run!(self.0, execute statement!("uploads/begin"), id.0, stage.code(), run, at, since)? == 1)
    }

    /// A sign of life of a run, and where it stands. Whether it is still the upload's.
    pub async fn progress(
        &mut self,
        permit: &Permit,
        (id, run): (UploadId, Uuid),
        progress: &str,
        at: Instant,
    ) -> Result<bool, Error> {
        is_import(permit)?;
        Ok(run!(self.0, execute statement!("uploads/progress"), id.0, run, progress, instant(at))? == 1)
    }

    /// Keeps lines of a section, numbered on from one.
    pub async fn add_lines(
        &mut self,
        permit: &Permit,
        id: UploadId,
        section: &str,
        from: i64,
        lines: &[String],
    ) -> Result<(), Error> {
        is_import(permit)?;
        let rows: Vec<_> = (from..).zip(lines).map(|(number, line)| json!([number, line])).collect();
        run!(self.0, execute statement!("uploads/add_lines", split), json!(rows).to_string(), id.0, section)?;
        Ok(())
    }

    /// Forgets what a check found.
    pub async fn drop_lines(&mut self, permit: &Permit, id: UploadId) -> Result<(), Error> {
        is_import(permit)?;
        run!(self.0, execute statement!("uploads/drop_lines"), id.0)?;
        Ok(())
    }

    /// Forgets the files.
    pub async fn drop_pieces(&mut self, permit: &Permit, id: UploadId) -> Result<(), Error> {
        is_import(permit)?;
        run!(self.0, execute statement!("uploads/drop_pieces"), id.0)?;
        Ok(())
    }

    /// Forgets it all.
    pub async fn drop(&mut self, permit: &Permit, id: UploadId) -> Result<(), Error> {
        self.drop_lines(permit, id).await?;
        self.drop_pieces(permit, id).await?;
        run!(self.0, execute statement!("uploads/drop"), id.0)?;
        Ok(())
    }

    /// Those that nobody touched since an instant: some of them.
    pub async fn expired(&mut self, permit: &Permit, since: Instant) -> Result<Vec<UploadId>, Error> {
        is_import(permit)?;
        let rows = run!(self.0, all(Uuid,), statement!("uploads/expired"), instant(since))?;
        Ok(rows.into_iter().map(|(id,)| UploadId(id)).collect())
    }
}
