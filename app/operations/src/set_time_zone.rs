//! Setting the company's time zone: from then on its days begin and end as clocks say there.

use model::{Event, Subject, Zone};
use policy::{Act, Context, authorize};
use rules::Day;
use store::Store;

use crate::halt::Halt;
use crate::{Error, Obstacle};

/// What setting it came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneSet {
    /// It is set, and so it is that day.
    Now(Day),
    /// It was so already, and nothing was written.
    Already,
}

/// Sets the time zone of the company. The company's day only ever goes forward: what was done on a day, and what was
/// assessed for it, must not lie ahead. So where the day has begun here and not there, it is refused until it has there,
/// too.
pub async fn set_time_zone(store: &Store, ctx: &Context, zone: &Zone) -> Result<ZoneSet, Error> {
    let written = store
        .write(ctx, async |tx| {
            let permit = authorize(&ctx.actor, Act::ManageCompany, Subject::Company, None).map_err(Error::from)?;
            tx.company().lock().await?;
            let before = tx.company().get().await?.time_zone;
            if before == *zone {
                return Err(Halt::Stopped);
            }
            let (here, there) = (before.day(ctx.now), zone.day(ctx.now));
            if there < here {
                return Err(Error::from(Obstacle::DayHasBegun { zone: zone.name().to_owned(), there, here }).into());
            }
            tx.company().set_time_zone(&permit, zone).await?;
            tx.record(Event::TimeZoneSet { from_zone: before.name().to_owned(), zone: zone.name().to_owned() });
            Ok(there)
        })
        .await;
    Ok(Halt::or_done(written)?.map_or(ZoneSet::Already, ZoneSet::Now))
}
