//! Turning the rows of an export into the rows of a bundle.

use std::borrow::Cow;
use std::io;
use std::path::Path;

use encoding_rs::{Encoding, UTF_8};
use rules::Ladder;

use super::export::{Export, fields, name_of};
use super::field::{Context, Field, Source};
use super::jobs::Jobs;
use super::mapped::{LeftEmpty, Mapped, Skipped};
use super::names::Names;
use super::out::{Out, Row};
use super::{FedFile, Mapping};
use crate::bundle::Record;
use crate::problem::Problem;

/// How many problems are kept.
const MOST_PROBLEMS: usize = 1_000;

pub(super) fn apply(mapping: &Mapping, export: &Path, ladder: &Ladder, out: &Path) -> Result<Mapped, Vec<Problem>> {
    let names = if mapping.asks_for_names() { names(mapping, export)? } else { Names::default() };
    let mut context = Context { jobs: Jobs::of(ladder), names, left_empty: LeftEmpty::default() };
    let mut export = Export::open(mapping, export)?;
    let cannot = |error: io::Error| vec![Problem::in_file(name_of(out), format!("it cannot be written: {error}"))];
    let mut bundle = Out::create(mapping, out).map_err(cannot)?;
    let plan = Plan::of(mapping, &export);
    let mut account = Account::default();
    while let Some(record) = export.next()? {
        account.rows += 1;
        if let Some(why) = plan.skips(record) {
            account.skip(why);
            continue;
        }
        match plan.rows(record, &mut context) {
            Ok(rows) => {
                account.taken += 1;
                rows.iter().try_for_each(|row| bundle.write(row, record.line)).map_err(cannot)?;
            }
            Err(refusals) => account.refuse(&plan.export, record.line, refusals),
        }
    }
    let provenance = bundle.finish().map_err(cannot)?;
    let (new_jobs, ladder) = context.jobs.finish();
    if let Some(ladder) = &ladder {
        std::fs::write(out.join("ladder.toml"), crate::write_ladder(ladder)).map_err(cannot)?;
    }
    let left_empty = context.left_empty.into_problems(&export.name);
    let Account { rows, taken, skipped, refused_rows, refused } = account;
    let export = export.name;
    Ok(Mapped { rows, taken, skipped, refused_rows, refused, left_empty, new_jobs, ladder, export, provenance })
}

/// Everybody's name and number, read before anything that asks for somebody by name.
fn names(mapping: &Mapping, export: &Path) -> Result<Names, Vec<Problem>> {
    let mut export = Export::open(mapping, export)?;
    let plan = Plan::of(mapping, &export);
    let mut names = Names::default();
    let employees = &plan.parts[0];
    let field = |name: &str| employees.fields.iter().find(|placed| placed.field.target.name == name);
    let (Some(number), Some(name)) = (field("employee_number"), field("full_name")) else { return Ok(names) };
    while let Some(record) = export.next()? {
        // What cannot be read is refused in the pass that takes the rows.
        if record.malformed.is_none() && plan.skips(record).is_none() {
            let read = |placed: &Placed<'_>| placed.field.simple_value(&placed.said(record));
            if let (Some(Ok(number)), Some(Ok(name))) = (read(number), read(name)) {
                names.add(&name, &number);
            }
        }
    }
    Ok(names)
}

/// The mapping with the places of its columns in an export.
struct Plan<'m> {
    export: String,
    encoding: &'static Encoding,
    columns: Vec<String>,
    skips: Vec<(usize, &'m super::Skip)>,
    parts: Vec<Part<'m>>,
}

struct Part<'m> {
    fields: Vec<Placed<'m>>,
}

struct Placed<'m> {
    field: &'m Field,
    places: Vec<usize>,
}

/// What is wrong with a row: the column, if it can be told, and the reason.
type Refusal = (Option<String>, String);

impl<'m> Plan<'m> {
    fn of(mapping: &'m Mapping, export: &Export) -> Plan<'m> {
        let placed = |field: &'m Field| Placed { field, places: export.places(field) };
        let part = |fed: &'m FedFile| Part { fields: fed.fields.iter().map(placed).collect() };
        Plan {
            export: export.name.clone(),
            encoding: mapping.encoding,
            columns: export.columns.clone(),
            skips: mapping.skip.iter().map(|skip| (export.place(&skip.column), skip)).collect(),
            parts: mapping.files.iter().map(part).collect(),
        }
    }

    /// Why a row is skipped, if it is.
    fn skips(&self, record: &Record) -> Option<&'m str> {
        if record.malformed.is_none() && fields(record).all(|field| field.trim().is_empty()) {
            return Some("a blank row");
        }
        let skips = |(place, skip): &&(usize, &super::Skip)| {
            let said = record.get(*place).unwrap_or_default().trim();
            skip.values.iter().any(|value| value == said)
        };
        self.skips.iter().find(skips).map(|(_, skip)| skip.why.as_str())
    }

    /// The rows of the bundle that a row of the export gives, or everything that is wrong with it.
    fn rows(&self, record: &Record, context: &mut Context<'_>) -> Result<Vec<Row>, Vec<Refusal>> {
        if let Some(malformed) = &record.malformed {
            let column = malformed.field.and_then(|place| self.columns.get(place).cloned());
            return Err(vec![(column, malformed.reason.clone())]);
        }
        if record.len() != self.columns.len() {
            let reason = format!("{} fields where the header has {}", record.len(), self.columns.len());
            return Err(vec![(None, reason)]);
        }
        if let Some(column) = self.undecoded(record) {
            let reason = format!("a character that is not of the encoding {}", self.encoding.name());
            return Err(vec![(Some(column.to_owned()), reason)]);
        }
        let (mut rows, mut refusals) = (Vec::new(), Vec::new());
        for (fed, part) in self.parts.iter().enumerate() {
            let mut values = Vec::with_capacity(part.fields.len());
            let mut says_something = false;
            for placed in &part.fields {
                let said = placed.said(record);
                match placed.field.value(&said, record.line, context) {
                    Ok(value) => {
                        let own = !placed.field.is_constant() && placed.field.target.name != "employee_number";
                        says_something |= own && !value.is_empty();
                        values.push(value);
                    }
                    Err(reason) => refusals.push((placed.field.columns(), reason)),
                }
            }
            if says_something || fed == 0 {
                rows.push(Row { fed, values });
            }
        }
        if refusals.is_empty() { Ok(rows) } else { Err(refusals) }
    }
}

impl Plan<'_> {
    /// The first column in which the decoder met what it could not read. UTF-8 is not decoded but read as it is.
    fn undecoded(&self, record: &Record) -> Option<&str> {
        let place = fields(record).position(|field| field.contains('\u{fffd}')).filter(|_| self.encoding != UTF_8)?;
        self.columns.get(place).map(String::as_str)
    }
}

impl Placed<'_> {
    /// What a record says for the field, without blanks around and without line breaks.
    fn said<'r>(&'r self, record: &'r Record) -> Cow<'r, str> {
        let said = match (&self.field.source, &self.places[..]) {
            (Source::Constant(constant), _) => Cow::Borrowed(constant.as_str()),
            (Source::Columns(_), [place]) => Cow::Borrowed(record.get(*place).unwrap_or_default().trim()),
            (Source::Columns(_), places) => {
                let said = places.iter().map(|place| record.get(*place).unwrap_or_default().trim());
                Cow::Owned(said.filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" "))
            }
        };
        if said.contains(['\r', '\n']) { Cow::Owned(super::names::blanks_collapsed(&said)) } else { said }
    }
}

/// The rows so far.
#[derive(Default)]
struct Account {
    rows: u64,
    taken: u64,
    skipped: Vec<Skipped>,
    refused_rows: u64,
    refused: Vec<Problem>,
}

impl Account {
    fn skip(&mut self, why: &str) {
        match self.skipped.iter_mut().find(|skipped| skipped.why == why) {
            Some(skipped) => skipped.rows += 1,
            None => self.skipped.push(Skipped { why: why.to_owned(), rows: 1 }),
        }
    }

    fn refuse(&mut self, export: &str, line: u64, refusals: Vec<Refusal>) {
        self.refused_rows += 1;
        let room = MOST_PROBLEMS.saturating_sub(self.refused.len());
        let problem = |(column, reason): Refusal| Problem::at(export, line, column.as_deref(), reason);
        self.refused.extend(refusals.into_iter().take(room).map(problem));
    }
}
