//! The bundle written: every file with every column, defaults in words, lines ending as RFC 4180 has them.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use rules::Ladder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::columns::BUNDLE_FILES;
use super::sheet::{Cells, Sheet, every_sheet};
use crate::{Person, write_ladder};

/// What a bundle's own ladder is called.
const LADDER: &str = "ladder.toml";

/// Writes a bundle, one person at a time: all its files, with every column.
#[derive(Debug)]
pub struct BundleWriter {
    ladder: Ladder,
    /// In the order of the files.
    files: Vec<csv::Writer<BufWriter<File>>>,
    cells: Cells,
    folder: PathBuf,
    has_ladder: bool,
    /// The .zip to make in the end, and the folder whose files go into it.
    zip: Option<(PathBuf, tempfile::TempDir)>,
}

impl BundleWriter {
    /// Into a folder, which is made where it is missing, or into a .zip where the path ends so. Files that are
    /// already there are replaced.
    pub fn create(path: &Path, ladder: &Ladder) -> io::Result<BundleWriter> {
        let zip = match path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip")) {
            true => Some((path.to_owned(), tempfile::tempdir()?)),
            false => None,
        };
        let folder = zip.as_ref().map_or(path, |(_, folder)| folder.path()).to_owned();
        fs::create_dir_all(&folder)?;
        let mut files = Vec::new();
        for file in BUNDLE_FILES {
            let out = BufWriter::new(File::create(folder.join(file.name))?);
            let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
            writer.write_record(file.columns.iter().map(|column| column.name))?;
            files.push(writer);
        }
        Ok(BundleWriter { ladder: ladder.clone(), files, cells: Cells::default(), folder, has_ladder: false, zip })
    }

    /// Writes the ladder as well, as the bundle's own `ladder.toml`.
    pub fn write_ladder(&mut self) -> io::Result<()> {
        self.has_ladder = true;
        let mut file = File::create(self.folder.join(LADDER))?;
        file.write_all(write_ladder(&self.ladder).as_bytes())?;
        file.sync_all()
    }

    /// Writes one person's rows. A text that no reader would take (control characters, over 64 KiB) is an error.
    pub fn write(&mut self, person: &Person) -> io::Result<()> {
        let number = &person.employee.employee_number;
        every_sheet!(S => for row in S::of(person) {
            self.cells.begin(S::FILE);
            self.cells.put(S::FILE.table().columns[0], number);
            row.write(&mut self.cells, &self.ladder);
            self.files[S::FILE as usize].write_record(self.cells.values()?)?;
        });
        Ok(())
    }

    /// Ends the files; what had not reached the disk is an error here, so a bundle is whole only after this.
    pub fn finish(self) -> io::Result<()> {
        for writer in self.files {
            let out = writer.into_inner().map_err(|error| error.into_error())?;
            out.into_inner().map_err(|error| error.into_error())?.sync_all()?;
        }
        let Some((path, folder)) = self.zip else { return Ok(()) };
        let mut zip = ZipWriter::new(BufWriter::new(File::create(path)?));
        let ladder = self.has_ladder.then_some(LADDER);
        for name in BUNDLE_FILES.iter().map(|file| file.name).chain(ladder) {
            zip.start_file(name, SimpleFileOptions::default().large_file(true))?;
            io::copy(&mut File::open(folder.path().join(name))?, &mut zip)?;
        }
        zip.finish()?.into_inner().map_err(|error| error.into_error())?.sync_all()
    }
}
