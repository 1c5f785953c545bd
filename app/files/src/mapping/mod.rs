//! Files from elsewhere: a mapping turns a foreign export into a bundle.
//!
//! No column name of any export stands in code: the mapping names every column of the export, those that feed a field
//! of the bundle and those to ignore. What the mapping writes is judged by the bundle's own reader, and
//! [`Mapped::translate`] says what it finds in the export's lines and columns.

mod apply;
mod date;
mod decode;
mod export;
mod field;
mod jobs;
mod mapped;
mod names;
mod number;
mod out;
mod preview;
mod read;

use std::path::Path;

use encoding_rs::Encoding;
use rules::Ladder;

use crate::bundle::BundleFile;
use crate::problem::Problem;

use field::Field;

pub use jobs::NewJob;
pub use mapped::{Mapped, Skipped};
pub use preview::{Becomes, Preview, PreviewColumn, mapping_to_begin_with, preview};

/// How an export becomes a bundle.
///
/// ```toml
/// [export]
/// delimiter = ";"              # a comma where it is left out
/// encoding = "windows-1252"    # UTF-8 where it is left out
/// ignore = ["Race", "Zip"]     # every column that nothing below uses
/// skip = [{ column = "Status", values = ["External"], why = "contractors are no employees" }]
///
/// [employees]                  # and any other file of the bundle, fed by the same row; `[[metrics]]` where several
/// employee_number = "EmpID"
/// full_name = { column = "Name", name = "Last, First" }
/// hired_on = { column = "Hired", date = "DD-MM-YYYY" }
/// left_on = { column = "Left", date = "DD-MM-YYYY", empty = ["n/a"] }
/// birth_year = { column = "Born", date = "DD-MM-YYYY", part = "year" }
/// job = { column = "Title", values = { "Sr. DBA" = "senior-dba" }, new_jobs = true }
/// manager_number = { column = "Boss", by_name = true, values = { "Board" = "" }, unknown = "empty" }
/// annual_pay = { column = "Salary", number = "1.234,56" }
/// country = { constant = "US" }
///
/// [reviews]
/// reviewed_on = { column = "Reviewed", date = "DD-MM-YYYY" }
/// rating = { column = "Result", values = { "Fully Meets" = 3, "PIP" = 1 } }
/// ```
#[derive(Debug)]
pub struct Mapping {
    delimiter: u8,
    encoding: &'static Encoding,
    /// Columns that feed nothing, on purpose.
    ignore: Vec<String>,
    skip: Vec<Skip>,
    /// `employees.csv` first.
    files: Vec<FedFile>,
}

/// Rows of the export that become nothing.
#[derive(Debug)]
struct Skip {
    column: String,
    values: Vec<String>,
    why: String,
}

/// A file of the bundle, and what feeds it. A row of the export gives it a row where anything but constants has a
/// value.
#[derive(Debug)]
struct FedFile {
    file: &'static BundleFile,
    fields: Vec<Field>,
}

impl Mapping {
    /// Reads a mapping; else everything that is wrong with it.
    pub fn read(text: &str, file_name: &str) -> Result<Mapping, Vec<Problem>> {
        read::mapping(text, file_name)
    }

    /// Turns an export into a bundle in the folder `out`, which is made or must be empty.
    ///
    /// Every row of the export is taken, skipped or refused. Refused rows are not in the bundle; the rest is, so that
    /// [`crate::Bundle::check`] can judge it. Fails where the export cannot be read at all, as when a column is missing
    /// or is neither used nor ignored, or where the bundle cannot be written.
    pub fn apply(&self, export: &Path, ladder: &Ladder, out: &Path) -> Result<Mapped, Vec<Problem>> {
        apply::apply(self, export, ladder, out)
    }
}
