//! The bundle being written, and where each of its rows came from.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::Path;

use super::mapped::{Origin, Provenance};
use super::{FedFile, Mapping};
use crate::bundle::BundleFile;

/// A row of one of the bundle's files, by the place of what feeds it in the mapping.
pub(super) struct Row {
    pub(super) fed: usize,
    pub(super) values: Vec<String>,
}

/// The files of a bundle, each with the columns that the mapping feeds.
pub(super) struct Out {
    files: Vec<OutFile>,
    /// For each part of the mapping, its file, and for each of that file's columns the field that feeds it.
    plans: Vec<(usize, Vec<Option<usize>>)>,
    provenance: Provenance,
}

struct OutFile {
    file: &'static BundleFile,
    rows: csv::Writer<BufWriter<File>>,
}

impl Out {
    /// Makes the folder and the files with their header rows.
    pub(super) fn create(mapping: &Mapping, folder: &Path) -> io::Result<Out> {
        fs::create_dir_all(folder)?;
        if fs::read_dir(folder)?.next().is_some() {
            return Err(io::Error::other("the folder is not empty"));
        }
        let mut out = Out { files: Vec::new(), plans: Vec::new(), provenance: Provenance::default() };
        for fed in &mapping.files {
            let columns = columns(mapping, fed.file);
            let place = match out.files.iter().position(|known| known.file == fed.file) {
                Some(place) => place,
                None => {
                    let file = File::create(folder.join(fed.file.name))?;
                    let mut rows = csv::Writer::from_writer(BufWriter::new(file));
                    rows.write_record(columns.iter().map(|place| fed.file.columns[*place].name))?;
                    out.files.push(OutFile { file: fed.file, rows });
                    out.files.len() - 1
                }
            };
            let feeds = |column: &usize| fed.fields.iter().position(|field| field.target.place == *column);
            out.plans.push((place, columns.iter().map(feeds).collect()));
            out.provenance.add_part(fed);
        }
        Ok(out)
    }

    /// Writes a row that came from a line of the export. The values are in the order of the mapping's fields.
    pub(super) fn write(&mut self, row: &Row, line: u64) -> io::Result<()> {
        let (place, plan) = &self.plans[row.fed];
        let value = |field: &Option<usize>| field.map_or("", |field| row.values[field].as_str());
        let out = &mut self.files[*place];
        out.rows.write_record(plan.iter().map(value))?;
        self.provenance.add_row(out.file.name, Origin { line, part: row.fed });
        Ok(())
    }

    /// Ends the files.
    pub(super) fn finish(mut self) -> io::Result<Provenance> {
        for out in &mut self.files {
            out.rows.flush()?;
        }
        Ok(self.provenance)
    }
}

/// The columns of a file that the mapping feeds, by their places in the file's table.
fn columns(mapping: &Mapping, file: &'static BundleFile) -> Vec<usize> {
    let fed = mapping.files.iter().filter(|fed| fed.file == file);
    let mut places: Vec<usize> = fed.flat_map(FedFile::targets).collect();
    places.sort_unstable();
    places.dedup();
    places
}
