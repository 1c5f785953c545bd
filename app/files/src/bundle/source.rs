//! Where a bundle's files come from: a folder, or a .zip that is read as it lies.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use super::columns::employees;
use crate::Problem;

/// How much is read at once.
const BLOCK: usize = 256 << 10;
/// How many files a .zip may hold.
const MOST_ENTRIES: usize = 10_000;

/// A folder, a .zip, or files in memory.
#[derive(Debug)]
pub(crate) enum Source {
    Folder(PathBuf),
    /// The file, and the folder in it that has the bundle: empty, or with a slash at its end.
    Zip(PathBuf, String),
    /// Files by name.
    Memory(Vec<(String, Vec<u8>)>),
}

impl Source {
    /// The folder or .zip at a path, if it has an `employees.csv`.
    pub(crate) fn open(path: &Path) -> Result<Source, Problem> {
        let name = path.display().to_string();
        let refuse = |reason: String| Problem::in_file(&name, reason);
        let metadata = fs::metadata(path).map_err(|error| refuse(format!("cannot be opened: {error}")))?;
        let missing = || refuse(format!("there is no {} in it: a bundle has one", employees::FILE.name));
        if metadata.is_dir() {
            let source = Source::Folder(path.to_owned());
            return if path.join(employees::FILE.name).exists() { Ok(source) } else { Err(missing()) };
        }
        if !metadata.is_file() {
            return Err(refuse("neither a folder nor a .zip".to_owned()));
        }
        let archive = archive(path).map_err(|error| match error {
            ZipError::Io(error) => refuse(format!("cannot be read: {error}")),
            error => refuse(format!("neither a folder nor a .zip ({error})")),
        })?;
        if archive.len() > MOST_ENTRIES {
            return Err(refuse(format!("a .zip with more than {MOST_ENTRIES} files is no bundle")));
        }
        let mut folders: Vec<String> = archive.file_names().flatten().filter_map(|entry| folder_of(&entry)).collect();
        folders.sort();
        match folders.as_slice() {
            [] => Err(missing()),
            [first, rest @ ..] if first.is_empty() || rest.is_empty() => {
                Ok(Source::Zip(path.to_owned(), first.clone()))
            }
            _ => Err(refuse("two folders with a bundle in each: keep one".to_owned())),
        }
    }

    /// Lets `read` read a file, if it is there.
    pub(crate) fn read<T>(
        &self,
        name: &str,
        read: impl FnOnce(&mut dyn BufRead) -> io::Result<T>,
    ) -> io::Result<Option<T>> {
        match self {
            Source::Folder(folder) => {
                let path = folder.join(name);
                match fs::metadata(&path) {
                    Ok(metadata) if metadata.is_file() => {}
                    Ok(_) => return Err(io::Error::other("not a file")),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
                    Err(error) => return Err(error),
                }
                read(&mut BufReader::with_capacity(BLOCK, File::open(path)?)).map(Some)
            }
            Source::Memory(files) => match files.iter().find(|(file, _)| file == name) {
                Some((_, bytes)) => read(&mut bytes.as_slice()).map(Some),
                None => Ok(None),
            },
            Source::Zip(path, folder) => {
                let mut archive = archive(path)?;
                match archive.by_name(&format!("{folder}{name}")) {
                    Ok(entry) => read(&mut BufReader::with_capacity(BLOCK, entry)).map(Some),
                    Err(ZipError::FileNotFound) => Ok(None),
                    Err(error) => Err(error.into()),
                }
            }
        }
    }

    /// A file as one text of at most so many bytes.
    pub(crate) fn text(&self, name: &str, most: u64) -> Result<Option<String>, Problem> {
        let mut bytes = Vec::new();
        let read = self.read(name, |from| from.take(most + 1).read_to_end(&mut bytes));
        match read.map_err(|error| Problem::in_file(name, format!("cannot be read: {error}")))? {
            None => Ok(None),
            Some(length) if length as u64 > most => {
                Err(Problem::in_file(name, format!("it has more than {} MiB", most >> 20)))
            }
            Some(_) => match String::from_utf8(bytes) {
                Ok(text) => Ok(Some(text.strip_prefix('\u{FEFF}').map_or(text.clone(), str::to_owned))),
                Err(error) => {
                    let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
                    let line = before.iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
                    Err(Problem::at(name, line, None, "not UTF-8: save the file as UTF-8"))
                }
            },
        }
    }
}

/// The folder at the top (or none) in which an entry is an `employees.csv`.
fn folder_of(entry: &str) -> Option<String> {
    let folder = entry.strip_suffix(employees::FILE.name)?;
    (folder.is_empty() || folder.find('/') == Some(folder.len() - 1)).then(|| folder.to_owned())
}

fn archive(path: &Path) -> Result<ZipArchive<BufReader<File>>, ZipError> {
    ZipArchive::new(BufReader::with_capacity(BLOCK, File::open(path)?))
}
