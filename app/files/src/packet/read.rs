//! Reading a packet: as it was written, or refused with the place and what would be right.

use std::str::FromStr;

use rules::{Day, Ladder, NotThat, TrackId};
use serde_json::{Map, Value};

use super::freeze::first;
use super::frozen::Frozen;
use super::rows::{self, Rows};
use super::{PACKET_FORMAT, Packet};
use crate::tree::{quoted, there_is_no};
use crate::{Problem, read_ladder};

const KEYS: &[&str] = &[
    "as_of",
    "assessment",
    "criteria_effective_from",
    "employee_number",
    "engine_version",
    "facts",
    "format",
    "full_name",
    "ladder",
    "track",
];

impl Packet {
    /// Reads a packet; `file_name` is what refusals call it. Of a packet that is read, [`to_bytes`](Packet::to_bytes)
    /// gives the same bytes. Whether it is the one that was frozen its digest says, and nothing else does.
    pub fn read(bytes: &[u8], file_name: &str) -> Result<Packet, Problem> {
        let document: Value = serde_json::from_slice(bytes).map_err(|error| {
            let reason = format!("a packet is one JSON document: {error}");
            Problem::at(file_name, error.line() as u64, None, reason)
        })?;
        let root = Place { file: file_name, at: String::new(), value: &document };
        root.is_of_a_format_that_is_known()?;
        root.has_only(KEYS)?;
        let packet = root.packet()?;
        match packet.to_bytes() {
            written if written == bytes => Ok(packet),
            written => {
                let same = written.iter().zip(bytes).take_while(|(one, other)| one == other).count();
                Err(root.refused(format!(
                    "from byte {} on it is not in canonical form, and so not as it was frozen: no blanks, keys and rows \
                     sorted, each value in its one form",
                    same + 1
                )))
            }
        }
    }
}

/// A value of the document with its place.
struct Place<'v> {
    file: &'v str,
    at: String,
    value: &'v Value,
}

impl<'v> Place<'v> {
    fn refused(&self, reason: impl Into<String>) -> Problem {
        let at = (!self.at.is_empty()).then(|| self.at.clone());
        Problem { file: self.file.to_owned(), line: None, at, reason: reason.into() }
    }

    fn is_of_a_format_that_is_known(&self) -> Result<(), Problem> {
        let format = self.get("format").map_err(|problem| Problem {
            reason: "this is no evidence packet: the key `format` is missing".to_owned(),
            ..problem
        })?;
        match format.value.as_u64() {
            Some(PACKET_FORMAT) => Ok(()),
            Some(later) if later > PACKET_FORMAT => Err(format.refused(format!(
                "the packet is of format {later}, and this program reads up to {PACKET_FORMAT}: ask a newer one"
            ))),
            Some(_) | None => Err(format.refused(format!("{PACKET_FORMAT} is asked here, not {}", format.value))),
        }
    }

    fn packet(&self) -> Result<Packet, Problem> {
        let as_of = self.get("as_of")?.parsed::<Day>()?;
        let criteria_effective_from = self.get("criteria_effective_from")?.parsed::<Day>()?;
        let (number, full_name) = (self.get("employee_number")?.text()?, self.get("full_name")?.text()?);
        let ladder_text = self.get("ladder")?.text()?;
        let ladder = self.get("ladder")?.ladder()?;
        let track = self.get("track")?.track(&ladder)?;
        let versions = &ladder.track(track).versions;
        if !versions.iter().any(|version| version.effective_from == criteria_effective_from) {
            let effective = self.get("criteria_effective_from")?;
            return Err(effective.refused("the ladder of the packet has no version of the track from this day on"));
        }
        let rows = self.get("facts")?.rows()?;
        let person = rows.person(number, full_name, &ladder);
        let person = person.map_err(|problem| Problem { file: self.file.to_owned(), ..problem })?;
        let assessment = self.get("assessment")?;
        let frozen = Frozen::of(assessment.value).map_err(|error| assessment.refused(error.to_string()))?;
        let said = [
            ("employee", frozen.employee == number),
            ("track", frozen.track == ladder.track(track).code.as_str()),
            ("as_of", frozen.as_of == as_of),
            ("criteria_effective_from", frozen.criteria_effective_from == criteria_effective_from),
        ];
        if let Some((key, _)) = said.iter().find(|(_, same)| !same) {
            return Err(assessment.get(key)?.refused("this is not what the packet says of itself"));
        }
        Ok(Packet {
            person,
            as_of,
            criteria_effective_from,
            engine_version: self.get("engine_version")?.text()?.to_owned(),
            rows,
            ladder_text: ladder_text.to_owned(),
            ladder,
            track,
            assessment: assessment.value.clone(),
            frozen,
        })
    }

    /// Of the ladder that the packet carries.
    fn ladder(&self) -> Result<Ladder, Problem> {
        read_ladder(self.text()?, self.file).map_err(first).map_err(|problem| {
            let line = problem.line.map(|line| format!("line {line}: ")).unwrap_or_default();
            let key = problem.at.as_ref().map(|key| format!("{key}: ")).unwrap_or_default();
            self.refused(format!("{line}{key}{}", problem.reason))
        })
    }

    fn track(&self, ladder: &Ladder) -> Result<TrackId, Problem> {
        let code = self.text()?;
        let known = ladder.track_ids().find(|id| ladder.track(*id).code == code);
        let codes = ladder.tracks.iter().map(|track| track.code.as_str());
        known.ok_or_else(|| self.refused(there_is_no("track", code, codes)))
    }

    fn rows(&self) -> Result<Rows, Problem> {
        let mut read = Rows::default();
        for name in self.fields()?.keys() {
            let of_file = self.get(name)?;
            let file = rows::file(name);
            let file = file.ok_or_else(|| of_file.refused(there_is_no("file", name, rows::files())))?;
            for row in of_file.items()? {
                let known: Vec<&'static str> = rows::columns(file).collect();
                row.has_only(&known)?;
                let values = known.into_iter().filter(|column| row.value.get(column).is_some());
                let values = values.map(|column| Ok((column, row.get(column)?.text()?.to_owned())));
                read.add(file, values.collect::<Result<_, Problem>>()?);
            }
        }
        read.sort();
        Ok(read)
    }

    fn fields(&self) -> Result<&'v Map<String, Value>, Problem> {
        self.value.as_object().ok_or_else(|| self.refused("an object is asked here"))
    }

    fn items(&self) -> Result<Vec<Place<'v>>, Problem> {
        let items = self.value.as_array().ok_or_else(|| self.refused("a list is asked here"))?;
        let place = |(at, value)| Place { file: self.file, at: format!("{}[{at}]", self.at), value };
        Ok(items.iter().enumerate().map(place).collect())
    }

    /// No other keys than these.
    fn has_only(&self, known: &[&'static str]) -> Result<(), Problem> {
        match self.fields()?.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(self.get(key)?.refused(there_is_no("key", key, known.iter().copied()))),
            None => Ok(()),
        }
    }

    fn get(&self, key: &str) -> Result<Place<'v>, Problem> {
        let value = self.fields()?.get(key).ok_or_else(|| self.refused(format!("the key `{key}` is missing")))?;
        let at = if self.at.is_empty() { key.to_owned() } else { format!("{}.{key}", self.at) };
        Ok(Place { file: self.file, at, value })
    }

    fn text(&self) -> Result<&'v str, Problem> {
        let text = self.value.as_str().filter(|text| !text.is_empty());
        text.ok_or_else(|| self.refused("a text is asked here, in quotes and not empty"))
    }

    fn parsed<T: FromStr<Err = NotThat>>(&self) -> Result<T, Problem> {
        let text = self.text()?;
        text.parse().map_err(|wrong| self.refused(format!("{wrong}, not {}", quoted(text))))
    }
}
