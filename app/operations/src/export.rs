//! Everything that is known, as a bundle: what went in comes out.

use files::{Person, RowReader};
use model::Subject;
use policy::{Act, Context, authorize};
use rules::Ladder;
use store::Store;

use crate::Error;
use crate::assess::everyone_after;
use crate::kept::person_of;

/// Hands over everyone, by number, as a bundle has them; how many. All of it is what was known at one moment.
pub async fn export(
    store: &Store,
    ctx: &Context,
    ladder: &Ladder,
    mut each: impl FnMut(&Person) -> Result<(), Error> + Send,
) -> Result<u64, Error> {
    let permit = authorize(&ctx.actor, Act::Import, Subject::Company, None)?;
    let reader = RowReader::new(ladder);
    store
        .read(ctx, async |tx| {
            let (mut after, mut people) = (String::new(), 0);
            loop {
                let (some, facts) = everyone_after(tx, &permit, &after).await?;
                let Some(last) = some.last() else { return Ok(people) };
                after = last.employee.number.clone();
                for revised in &some {
                    let own = facts.get(&revised.employee.id).map_or(&[][..], Vec::as_slice);
                    each(&person_of(&reader, &revised.employee.number, own)?)?;
                    people += 1;
                }
            }
        })
        .await
}
