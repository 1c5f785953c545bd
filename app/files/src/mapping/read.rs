//! Reading a mapping.

use std::collections::{BTreeSet, HashMap};

use encoding_rs::{Encoding, UTF_8};

use super::date::{DatePattern, Part};
use super::field::{Field, How, Source};
use super::number::NumberPattern;
use super::{FedFile, Mapping, Skip};
use crate::bundle::{BUNDLE_FILES, BundleFile};
use crate::problem::Problem;
use crate::tree::{Node, Reading, Table, Value, quoted};

/// The keys of a field that has more than a column.
const FIELD: &[&str] = &[
    "column", "columns", "constant", "empty", "values", "others", "date", "part", "number", "name", "by_name",
    "unknown", "new_jobs",
];

/// Whose values are what a bundle writes in that column, unless the mapping says otherwise.
const EMPLOYEE_NUMBER: &str = "employee_number";

pub(super) fn mapping(text: &str, file_name: &str) -> Result<Mapping, Vec<Problem>> {
    let mut reading = Reading::of(file_name);
    let mapping = reading.toml(text).and_then(|root| root_table(&mut reading, &root));
    reading.finish(mapping)
}

/// A file's name in the mapping: `employees` for `employees.csv`.
fn stem(file: &BundleFile) -> &'static str {
    file.name.trim_end_matches(".csv")
}

fn root_table(reading: &mut Reading, root: &Node) -> Option<Mapping> {
    let keys: Vec<&str> = ["export"].into_iter().chain(BUNDLE_FILES.iter().map(stem)).collect();
    let root = reading.table(root, &keys)?;
    let mut mapping = Mapping { delimiter: b',', encoding: UTF_8, ignore: Vec::new(), skip: Vec::new(), files: Vec::new() };
    if let Some(node) = root.get("export") {
        export(reading, node, &mut mapping);
    }
    let employees = root.required(reading, stem(&BUNDLE_FILES[0]))?;
    let number = number_source(reading, employees)?;
    for file in BUNDLE_FILES {
        let Some(node) = root.get(stem(file)) else { continue };
        let parts = match &node.value {
            Value::List(parts) if stem(file) != stem(&BUNDLE_FILES[0]) => parts.as_slice(),
            _ => std::slice::from_ref(node),
        };
        mapping.files.extend(parts.iter().filter_map(|part| fed_file(reading, part, file, &number)));
    }
    let used: BTreeSet<String> = mapping.used_columns().map(str::to_owned).collect();
    if let Some(node) = root.get("export") {
        for column in mapping.ignore.iter().filter(|column| used.contains(*column)) {
            reading.at(node, format!("the column {} is both used and ignored", quoted(column)));
        }
    }
    Some(mapping)
}

fn export(reading: &mut Reading, node: &Node, mapping: &mut Mapping) {
    let Some(table) = reading.table(node, &["delimiter", "encoding", "ignore", "skip"]) else { return };
    if let Some(word) = table.get("delimiter").and_then(|node| reading.choice(node, &[",", ";", "|", "tab"], |word| word)) {
        mapping.delimiter = if word == "tab" { b'\t' } else { word.as_bytes()[0] };
    }
    if let Some(encoding) = table.get("encoding").and_then(|node| encoding(reading, node)) {
        mapping.encoding = encoding;
    }
    let text = |reading: &mut Reading, node: &Node| reading.any_text(node).map(|text| text.trim().to_owned());
    mapping.ignore = table.get("ignore").map(|node| reading.list_of(node, text)).unwrap_or_default();
    for skip in reading.tables(&table, "skip") {
        reading.known_keys(&skip, &["column", "values", "why"]);
        let column = skip.required(reading, "column").and_then(|node| text(reading, node));
        let values = skip.required(reading, "values").map(|node| reading.list_of(node, scalar));
        let why = skip.required(reading, "why").and_then(|node| reading.text(node));
        if let (Some(column), Some(values), Some(why)) = (column, values, why) {
            mapping.skip.push(Skip { column, values, why: why.to_owned() });
        }
    }
}

fn encoding(reading: &mut Reading, node: &Node) -> Option<&'static Encoding> {
    let label = reading.text(node)?;
    let encoding = Encoding::for_label_no_replacement(label.as_bytes());
    if encoding.is_none() {
        let known = ["utf-8", "windows-1252", "iso-8859-15", "windows-1250", "utf-16le", "shift_jis", "gb18030"];
        reading.unknown(node, "encoding", label, known);
    }
    encoding
}

/// Which columns say the employee number: every other file's rows have it from there.
fn number_source(reading: &mut Reading, employees: &Node) -> Option<Node> {
    let table = reading.any_table(employees)?;
    table.required(reading, EMPLOYEE_NUMBER).cloned()
}

fn fed_file(reading: &mut Reading, node: &Node, file: &'static BundleFile, number: &Node) -> Option<FedFile> {
    let is_employees = stem(file) == stem(&BUNDLE_FILES[0]);
    let own = |name: &&str| is_employees || *name != EMPLOYEE_NUMBER;
    let names: Vec<&str> = file.columns.iter().map(|column| column.name).filter(own).collect();
    let table = reading.table(node, &names)?;
    let mut fields = Vec::new();
    for column in file.columns {
        let written = if own(&column.name) { table.get(column.name) } else { Some(number) };
        match written {
            // The number is read once in earnest: its faults are reported for employees only.
            Some(node) if !own(&column.name) => fields.extend(field(&mut Reading::of(""), node, column)),
            Some(node) => fields.extend(field(reading, node, column)),
            None if column.required => {
                reading.at(node, format!("the field `{}` is missing: {} requires it", column.name, file.name));
            }
            None => {}
        }
    }
    Some(FedFile { file, fields })
}

fn field(reading: &mut Reading, node: &Node, target: &'static crate::bundle::Column) -> Option<Field> {
    if let Value::Text(_) = node.value {
        let column = reading.text(node)?.trim().to_owned();
        let how = if target.name == "job" { How::Job { new: false } } else { How::Kept };
        return Some(Field { target, source: Source::Columns(vec![column]), empty: Vec::new(), values: HashMap::new(), how });
    }
    let table = reading.table(node, FIELD)?;
    let source = source(reading, &table);
    let empty = table.get("empty").map(|node| reading.list_of(node, scalar)).unwrap_or_default();
    let values = table.get("values").map(|node| values(reading, node)).unwrap_or_default();
    let how = how(reading, &table, target.name, !values.is_empty());
    Some(Field { target, source: source?, empty, values, how: how? })
}

fn source(reading: &mut Reading, table: &Table<'_>) -> Option<Source> {
    let text = |reading: &mut Reading, node: &Node| reading.text(node).map(|text| text.trim().to_owned());
    match (table.get("column"), table.get("columns"), table.get("constant")) {
        (Some(node), None, None) => Some(Source::Columns(vec![text(reading, node)?])),
        (None, Some(node), None) => Some(Source::Columns(reading.list_of(node, text))),
        (None, None, Some(node)) => Some(Source::Constant(scalar(reading, node)?)),
        _ => {
            reading.at(table.node, "a field comes from one of `column`, `columns` and `constant`");
            None
        }
    }
}

/// The table of values: what the export says, and what the bundle says for it.
fn values(reading: &mut Reading, node: &Node) -> HashMap<String, String> {
    let Some(table) = reading.any_table(node) else { return HashMap::new() };
    let pairs = table.fields.iter().filter_map(|field| Some((field.key.trim().to_owned(), scalar(reading, &field.value)?)));
    pairs.collect()
}

/// A text, number, date, or true or false, as a CSV file writes it.
fn scalar(reading: &mut Reading, node: &Node) -> Option<String> {
    match &node.value {
        Value::Number(written) | Value::Date(written) => Some(written.clone()),
        Value::Boolean(boolean) => Some(boolean.to_string()),
        Value::Text(_) | Value::List(_) | Value::Table(_) => reading.any_text(node).map(|text| text.trim().to_owned()),
    }
}

/// How a field reads what its table does not say: in one way only.
fn how(reading: &mut Reading, table: &Table<'_>, target: &str, has_values: bool) -> Option<How> {
    let constant = table.get("constant");
    let ways = ["date", "number", "name", "by_name", "new_jobs", "others"];
    let mut asked = ways.iter().filter_map(|way| table.get(way));
    if let (Some(_), Some(second)) = (asked.next(), asked.next().or(constant)) {
        reading.at(second, "a field is read in one way: as a constant, by one of `date`, `number`, `name`, `by_name`, or as a job");
        return None;
    }
    for (key, needs) in [("part", "date"), ("unknown", "by_name"), ("others", "values")] {
        if let Some(node) = table.get(key).filter(|_| table.get(needs).is_none()) {
            reading.at(node, format!("`{key}` needs `{needs}` beside it"));
        }
    }
    for (key, field) in [("by_name", "manager_number"), ("new_jobs", "job")] {
        if let Some(node) = table.get(key).filter(|_| target != field) {
            reading.at(node, format!("only `{field}` can have `{key}`"));
        }
    }
    if let Some(node) = table.get("date") {
        let part = table.get("part").and_then(|node| reading.choice(node, Part::ALL, Part::code)).unwrap_or(Part::Day);
        let pattern = DatePattern::new(reading.text(node)?, part);
        return pattern.map(|pattern| How::Date(pattern, part)).map_err(|reason| reading.at(node, reason)).ok();
    }
    if let Some(node) = table.get("number") {
        return reading.choice(node, NumberPattern::ALL, NumberPattern::code).map(How::Number);
    }
    if let Some(node) = table.get("name") {
        return reading.choice(node, &["Last, First"], |order| order).map(|_| How::LastFirst);
    }
    if table.get("by_name").and_then(|node| reading.boolean(node)).unwrap_or(false) {
        let unknown = table.get("unknown").and_then(|node| reading.choice(node, &["refuse", "empty"], |word| word));
        return Some(How::Person { or_empty: unknown == Some("empty") });
    }
    if target == "job" && constant.is_none() {
        let new = table.get("new_jobs").and_then(|node| reading.boolean(node)).unwrap_or(false);
        return Some(How::Job { new });
    }
    let others = table.get("others").and_then(|node| reading.choice(node, &["refuse", "keep"], |word| word));
    Some(if has_values && others != Some("keep") { How::Refused } else { How::Kept })
}

impl Mapping {
    /// Every column that feeds a field or decides whether a row is skipped, in the order of the mapping.
    pub(super) fn used_columns(&self) -> impl Iterator<Item = &str> {
        let fields = self.files.iter().flat_map(|fed| &fed.fields);
        let feeding = fields.flat_map(|field| match &field.source {
            Source::Columns(columns) => columns.as_slice(),
            Source::Constant(_) => &[],
        });
        feeding.chain(self.skip.iter().map(|skip| &skip.column)).map(String::as_str)
    }

    /// Whether somebody is to be found by name.
    pub(super) fn asks_for_names(&self) -> bool {
        self.files.iter().flat_map(|fed| &fed.fields).any(|field| matches!(field.how, How::Person { .. }))
    }
}

impl FedFile {
    /// The places, in the table of the file, of the columns that are fed.
    pub(super) fn targets(&self) -> impl Iterator<Item = usize> {
        self.fields.iter().map(|field| field.target.place)
    }
}
