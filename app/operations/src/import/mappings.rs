//! Mappings: saved by name, and tried on the first rows of an export.

use std::fs::File;
use std::io::Write;

use files::{Mapping, Preview, Problem};
use model::{Event, SavedMapping, UploadId};
use policy::Context;
use sha2::{Digest, Sha256};
use store::Store;

use super::hexadecimal;
use super::uploads::{find_upload, permit};
use crate::{Error, Obstacle};

/// The longest mapping, and the longest name of one.
const LONGEST: (usize, usize) = (64 << 10, 60);
/// How many rows of an export are looked at.
const ROWS: usize = 3;

/// The mappings by name, after one; at most `limit`.
pub async fn list_mappings(store: &Store, ctx: &Context, after: &str, limit: u32) -> Result<Vec<SavedMapping>, Error> {
    let permit = permit(ctx)?;
    Ok(store.read(ctx, async |tx| tx.mappings().list(&permit, after, limit).await).await?)
}

/// The mapping of a name.
pub async fn find_mapping(store: &Store, ctx: &Context, name: &str) -> Result<SavedMapping, Error> {
    let permit = permit(ctx)?;
    store.read(ctx, async |tx| tx.mappings().find(&permit, name).await).await?.ok_or(Error::Hidden)
}

/// Saves a mapping by name, in place of what had it; only one that can be read.
pub async fn save_mapping(store: &Store, ctx: &Context, name: &str, text: &str) -> Result<(), Error> {
    let name = name.trim();
    if name.is_empty() || name.len() > LONGEST.1 || name.chars().any(char::is_control) {
        return Err(Obstacle::NoMappingName(LONGEST.1).into());
    }
    if let Some(problem) = read(text).err().and_then(|problems| problems.into_iter().next()) {
        return Err(Error::Invalid(problem));
    }
    let digest = hexadecimal(&Sha256::digest(text.as_bytes()));
    store
        .write(ctx, async |tx| {
            tx.mappings().save(permit(ctx)?, name, text).await?;
            tx.record(Event::MappingSaved { name: name.to_owned(), digest: digest.clone() });
            Ok::<_, Error>(())
        })
        .await
}

fn read(text: &str) -> Result<Mapping, Vec<Problem>> {
    if text.len() > LONGEST.0 {
        return Err(vec![Problem::in_file("mapping.toml", format!("it has more than {} KiB", LONGEST.0 >> 10))]);
    }
    Mapping::read(text, "mapping.toml")
}

/// What a mapping would do with an export that was uploaded: each of its columns, and what is wrong between the two.
/// Without a mapping, a beginning of one.
pub async fn preview_upload(
    store: &Store,
    ctx: &Context,
    id: UploadId,
    text: Option<&str>,
) -> Result<(Preview, String), Error> {
    let permit = permit(ctx)?;
    let upload = find_upload(store, ctx, id).await?;
    let first = store.read(ctx, async |tx| tx.uploads().piece_after(&permit, id, ("", -1)).await).await?;
    let first = first.ok_or(Error::Hidden)?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(&upload.name);
    File::create(&path)?.write_all(&first.bytes)?;
    match text.or(upload.mapping.as_deref()) {
        None => {
            let preview = files::preview(None, &path, ROWS);
            let beginning = files::mapping_to_begin_with(&preview);
            Ok((preview, beginning))
        }
        Some(text) => {
            let preview = match read(text) {
                Ok(mapping) => files::preview(Some(&mapping), &path, ROWS),
                Err(problems) => {
                    let mut preview = files::preview(None, &path, ROWS);
                    preview.problems.splice(0..0, problems);
                    preview
                }
            };
            Ok((preview, text.to_owned()))
        }
    }
}
