//! A reviewer notes what they think, before they see what others do.

use model::{Event, NominationId, ReviewAct, ReviewNote, ReviewNoteId};
use policy::Context;
use store::Store;

use super::{review, written};
use crate::Error;
use crate::people::viewer;

/// Adds a note of the viewer's. It stays as it was written.
pub async fn write_note(store: &Store, ctx: &Context, id: NominationId, words: &str) -> Result<ReviewNoteId, Error> {
    store
        .write(ctx, async |tx| {
            let (nominated, permit) = review(tx, ctx, id, ReviewAct::Note).await?;
            let account = viewer(ctx)?.account;
            let words = written(words)?;
            let note = ReviewNote { id: tx.new_id(), nomination: id, account, words, written_at: ctx.now };
            tx.review().note(permit?, &note).await?;
            tx.record(Event::ReviewNoted { nomination: id, employee: nominated.nomination.employee });
            Ok(note.id)
        })
        .await
}
