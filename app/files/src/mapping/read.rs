//! Reading a mapping.

use std::collections::{BTreeSet, HashMap};

use encoding_rs::{Encoding, UTF_8};

use super::date::{DatePattern, Part};
use super::field::{Field, How, Source};
use super::number::NumberPattern;
use super::{FedFile, Mapping, Skip};
use crate::bundle::{BUNDLE_FILES, BundleFile, Column};
use crate::problem::Problem;
use crate::tree::{Node, Reading, Table, Value, quoted};

/// The keys of a field that has more than a column.
const FIELD: &[&str] = &[
    "column", "columns", "constant", "empty", "values", "others", "date", "part", "number", "name", "by_name",
    "unknown", "new_jobs",
];

/// The keys of what is said of the export as a whole.
const EXPORT: &[&str] = &["delimiter", "encoding", "ignore", "skip"];

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

fn is_employees(file: &BundleFile) -> bool {
    file.name == BUNDLE_FILES[0].name
}

fn root_table(reading: &mut Reading, root: &Node) -> Option<Mapping> {
    let keys: Vec<&str> = ["export"].into_iter().chain(BUNDLE_FILES.iter().map(stem)).collect();
    let root = reading.table(root, &keys)?;
    let mut mapping =
        Mapping { delimiter: b',', encoding: UTF_8, ignore: Vec::new(), skip: Vec::new(), files: Vec::new() };
    root.required(reading, stem(&BUNDLE_FILES[0]))?;
    let mut number: Option<Field> = None;
    for file in BUNDLE_FILES {
        let Some(node) = root.get(stem(file)) else { continue };
        let parts = match &node.value {
            Value::List(parts) if !is_employees(file) => parts.as_slice(),
            _ => std::slice::from_ref(node),
        };
        for part in parts {
            let fields = fields(reading, part, file, number.as_ref());
            if is_employees(file) {
                number = fields.iter().find(|field| field.target.name == EMPLOYEE_NUMBER).cloned();
            }
            mapping.files.push(FedFile { file, fields });
        }
    }
    if let Some(table) = root.get("export").and_then(|node| reading.table(node, EXPORT)) {
        export(reading, &table, &mut mapping);
    }
    Some(mapping)
}

fn export(reading: &mut Reading, table: &Table<'_>, mapping: &mut Mapping) {
    let delimiter = table.get("delimiter");
    if let Some(word) = delimiter.and_then(|node| reading.choice(node, &[",", ";", "|", "tab"], |word| word)) {
        mapping.delimiter = if word == "tab" { b'\t' } else { word.as_bytes()[0] };
    }
    if let Some(encoding) = table.get("encoding").and_then(|node| encoding(reading, node)) {
        mapping.encoding = encoding;
    }
    for skip in reading.tables(table, "skip") {
        reading.known_keys(&skip, &["column", "values", "why"]);
        let column = skip.required(reading, "column").and_then(|node| trimmed(reading, node));
        let values = skip.required(reading, "values").map(|node| reading.list_of(node, scalar));
        let why = skip.required(reading, "why").and_then(|node| reading.text(node));
        if let (Some(column), Some(values), Some(why)) = (column, values, why) {
            mapping.skip.push(Skip { column, values, why: why.to_owned() });
        }
    }
    let used: BTreeSet<&str> = mapping.used_columns().collect();
    let ignored = |reading: &mut Reading, node: &Node| {
        let column = trimmed(reading, node)?;
        if used.contains(column.as_str()) {
            reading.at(node, format!("the column {} is used below", quoted(&column)));
        }
        Some(column)
    };
    mapping.ignore = table.get("ignore").map(|node| reading.list_of(node, ignored)).unwrap_or_default();
}

/// A text, perhaps empty, without blanks around.
fn trimmed(reading: &mut Reading, node: &Node) -> Option<String> {
    reading.any_text(node).map(|text| text.trim().to_owned())
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

/// The fields of a part of the mapping. Beside employees, the employee number comes from where theirs does.
fn fields(reading: &mut Reading, node: &Node, file: &'static BundleFile, number: Option<&Field>) -> Vec<Field> {
    let own = |name: &str| is_employees(file) || name != EMPLOYEE_NUMBER;
    let names: Vec<&str> = file.columns.iter().map(|column| column.name).filter(|name| own(name)).collect();
    let Some(table) = reading.table(node, &names) else { return Vec::new() };
    let mut fields = Vec::new();
    for column in file.columns {
        match table.get(column.name) {
            _ if !own(column.name) => fields.extend(number.map(|number| Field { target: column, ..number.clone() })),
            Some(node) => fields.extend(field(reading, node, column)),
            None if column.required => {
                reading.at(node, format!("the field `{}` is missing: {} requires it", column.name, file.name));
            }
            None => {}
        }
    }
    fields
}

fn field(reading: &mut Reading, node: &Node, target: &'static Column) -> Option<Field> {
    if let Value::Text(_) = node.value {
        let source = Source::Columns(vec![reading.text(node)?.trim().to_owned()]);
        let how = if target.name == "job" { How::Job { new: false } } else { How::Kept };
        return Some(Field { target, source, empty: Vec::new(), values: HashMap::new(), how });
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
    let pairs =
        table.fields.iter().filter_map(|field| Some((field.key.trim().to_owned(), scalar(reading, &field.value)?)));
    pairs.collect()
}

/// A text, number, date, or true or false, as a CSV file writes it.
fn scalar(reading: &mut Reading, node: &Node) -> Option<String> {
    match &node.value {
        Value::Number(written) | Value::Date(written) => Some(written.clone()),
        Value::Boolean(boolean) => Some(boolean.to_string()),
        Value::Text(_) | Value::List(_) | Value::Table(_) => trimmed(reading, node),
    }
}

/// How a field reads what its table does not say: in one way only.
fn how(reading: &mut Reading, table: &Table<'_>, target: &str, has_values: bool) -> Option<How> {
    let constant = table.get("constant");
    let ways = ["date", "number", "name", "by_name", "new_jobs", "others"];
    let mut asked = ways.iter().filter_map(|way| table.get(way));
    if let (Some(_), Some(second)) = (asked.next(), asked.next().or(constant)) {
        reading.at(
            second,
            "a field is read in one way: as a constant, by one of `date`, `number`, `name`, `by_name`, or as a job",
        );
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
