//! An empty database becomes the demonstration's.

use model::{Event, Subject};
use policy::{Act, Context, authorize_system};
use store::Store;

use crate::{Error, Obstacle};

/// Marks a database as the demonstration's; refused unless it is that already or nothing was ever done in it.
pub async fn become_demo(store: &Store, ctx: &Context) -> Result<(), Error> {
    if store.read(ctx, async |tx| tx.company().get().await).await?.is_demo {
        return Ok(());
    }
    store
        .write(ctx, async |tx| {
            // Whoever comes second finds what the first has done.
            tx.company().lock().await?;
            // Whatever was done left an entry.
            if !tx.company().get().await?.is_demo && tx.company().count().await?.entries > 0 {
                return Err(Obstacle::NoDemonstration.into());
            }
            tx.company().become_demo(&authorize_system(Act::Import, Subject::Company)).await?;
            tx.record(Event::DemoBegun);
            Ok(())
        })
        .await
}
