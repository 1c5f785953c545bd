//! `conduct.csv` and `waivers.csv`: what stands against a person for a while, and what does not.

use compact_str::CompactString;
use rules::{ConductAction, Day, Ladder, TrackId, Waiver};

use crate::ConductRow;
use crate::bundle::columns::{Column, File, conduct, waivers};
use crate::bundle::row::Row;
use crate::bundle::sheet::{Cells, Known, Sheet, lists};

impl Sheet for ConductRow {
    const FILE: File = File::Conduct;
    const KEY: (Column, &'static str) = (conduct::issued_on, "kind and issued_on");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[&[conduct::kind], &[conduct::issued_on]];
    type Key<'a> = (&'a str, Day);
    lists!(conduct);

    fn key(&self) -> (&str, Day) {
        (&self.kind, self.action.issued_on)
    }

    fn read(row: &mut Row<'_>, _: &Known<'_>) -> Option<ConductRow> {
        let kind = row.text(conduct::kind);
        let issued_on = row.value(conduct::issued_on);
        let closed_on = row.end(conduct::closed_on, issued_on);
        Some(ConductRow { kind: kind?.into(), action: ConductAction { issued_on: issued_on?, closed_on } })
    }

    fn write(&self, cells: &mut Cells, _: &Ladder) {
        cells.put(conduct::kind, &self.kind);
        cells.put(conduct::issued_on, self.action.issued_on);
        cells.put_some(conduct::closed_on, self.action.closed_on);
    }
}

impl Sheet for Waiver {
    const FILE: File = File::Waivers;
    const KEY: (Column, &'static str) = (waivers::from_on, "track, criterion and from_on");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[&[waivers::track], &[waivers::criterion], &[waivers::from_on]];
    type Key<'a> = (TrackId, &'a CompactString, Day);
    lists!(waivers);

    fn key(&self) -> (TrackId, &CompactString, Day) {
        (self.track, &self.criterion, self.from_on)
    }

    fn read(row: &mut Row<'_>, known: &Known<'_>) -> Option<Waiver> {
        let track = row.code(waivers::track, &known.codes.tracks);
        let criterion = row.text(waivers::criterion);
        if let (Some(track), Some(id)) = (track, criterion)
            && !known.codes.has_criterion(track, id)
        {
            row.refuse_with(waivers::criterion, || known.codes.unknown_criterion(track, id));
        }
        let from_on = row.value(waivers::from_on);
        let until_on = row.end(waivers::until_on, from_on);
        Some(Waiver { track: track?, criterion: criterion?.into(), from_on: from_on?, until_on: until_on? })
    }

    fn write(&self, cells: &mut Cells, ladder: &Ladder) {
        cells.put(waivers::track, &ladder.track(self.track).code);
        cells.put(waivers::criterion, &self.criterion);
        cells.put(waivers::from_on, self.from_on);
        cells.put(waivers::until_on, self.until_on);
    }
}
