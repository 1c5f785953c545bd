//! Where a bundle's files come from: a folder, or a .zip that is read as it lies.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use zip::ZipArchive;
use zip::result::ZipError;

use super::columns::employees;
use crate::Problem;

/// How much is read at once.
const BLOCK: usize = 256 << 10;
/// How much of a .zip is read to find what is in it: some 50,000 files.
const DIRECTORY_LIMIT: u64 = 4 << 20;

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

    /// The names of the files that are there, beside each other, sorted.
    pub(crate) fn names(&self) -> io::Result<Vec<String>> {
        let mut names: Vec<String> = match self {
            Source::Folder(folder) => {
                let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
                entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
            }
            Source::Memory(files) => files.iter().map(|(name, _)| name.clone()).collect(),
            Source::Zip(path, folder) => {
                let archive = archive(path)?;
                let entries = archive.file_names().flatten();
                let beside = entries.filter_map(|entry| entry.strip_prefix(folder.as_str()).map(str::to_owned));
                beside.filter(|name| !name.contains('/')).collect()
            }
        };
        names.sort();
        Ok(names)
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

/// Opens a .zip. Its list of files comes into memory, so it may not be long.
fn archive(path: &Path) -> Result<ZipArchive<BufReader<Limited>>, ZipError> {
    let left = Rc::new(Cell::new(DIRECTORY_LIMIT));
    let file = Limited { file: File::open(path)?, left: Rc::clone(&left) };
    let archive = ZipArchive::new(BufReader::with_capacity(64 << 10, file))?;
    left.set(u64::MAX);
    Ok(archive)
}

/// A file of which only so many bytes are read.
struct Limited {
    file: File,
    left: Rc<Cell<u64>>,
}

impl Read for Limited {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let took = self.file.read(into)?;
        match self.left.get().checked_sub(took as u64) {
            Some(left) => self.left.set(left),
            None => return Err(io::Error::other("no .zip, or one of too many files")),
        }
        Ok(took)
    }
}

impl Seek for Limited {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
