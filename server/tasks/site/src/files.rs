//! The files that the browser gets: each as it is, and compressed.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

/// As small as brotli makes it, within the window that every browser has.
const QUALITY: u32 = 11;
const WINDOW: u32 = 22;

/// Names, and what is in them.
#[derive(Default)]
pub(crate) struct Files(BTreeMap<String, Vec<u8>>);

/// How heavy a file is.
#[derive(Debug)]
pub(crate) struct Weight {
    /// What it is called.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) plain: usize,
    /// Those that travel to a browser of today.
    pub(crate) brotli: usize,
    /// Those that travel to others.
    pub(crate) gzip: usize,
}

impl Files {
    /// Adds a file and its compressed twins.
    pub(crate) fn add(&mut self, name: &str, plain: Vec<u8>) -> Result<Weight, String> {
        let told = |error: std::io::Error| format!("{name}: {error}");
        let brotli = brotli(&plain).map_err(told)?;
        let gzip = gzip(&plain).map_err(told)?;
        let weight = Weight { name: name.to_owned(), plain: plain.len(), brotli: brotli.len(), gzip: gzip.len() };
        self.0.extend([(name.to_owned(), plain), (format!("{name}.br"), brotli), (format!("{name}.gz"), gzip)]);
        Ok(weight)
    }

    /// Makes these the files of a folder, and leaves it alone where they are so already: what holds them need not be
    /// built again then.
    pub(crate) fn replace(&self, folder: &Path) -> Result<(), String> {
        if self.are_in(folder) {
            return Ok(());
        }
        let told = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
        let fresh = folder.with_extension("new");
        for gone in [&fresh, folder] {
            match std::fs::remove_dir_all(gone) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(told(gone, error)),
                _ => {}
            }
        }
        std::fs::create_dir_all(&fresh).map_err(|error| told(&fresh, error))?;
        for (name, content) in &self.0 {
            let path = fresh.join(name);
            std::fs::write(&path, content).map_err(|error| told(&path, error))?;
        }
        // Whole or not there.
        std::fs::rename(&fresh, folder).map_err(|error| told(folder, error))
    }

    fn are_in(&self, folder: &Path) -> bool {
        let same =
            |(name, content): (&String, &Vec<u8>)| std::fs::read(folder.join(name)).is_ok_and(|is| is == *content);
        folder.read_dir().is_ok_and(|entries| entries.count() == self.0.len()) && self.0.iter().all(same)
    }
}

fn brotli(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, QUALITY, WINDOW);
    writer.write_all(plain)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(plain)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_comes_out_as_it_went_in() {
        let text = b"to and fro, ".repeat(1000);
        let mut files = Files::default();
        let weight = files.add("a.css", text.clone()).unwrap();
        assert!(weight.brotli < weight.gzip && weight.gzip < weight.plain, "{weight:?}");
        let mut plain = Vec::new();
        brotli::Decompressor::new(&files.0["a.css.br"][..], 4096).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, text);
        plain.clear();
        flate2::read::GzDecoder::new(&files.0["a.css.gz"][..]).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, text);
    }

    #[test]
    fn a_folder_holds_what_was_built_last_and_is_not_touched_when_that_is_the_same() {
        let top = tempfile::tempdir().unwrap();
        let folder = top.path().join("deep").join("pkg");
        let written = |name: &str, content: &str| {
            let mut files = Files::default();
            files.add(name, content.into()).unwrap();
            files.replace(&folder).unwrap();
            folder.metadata().unwrap().modified().unwrap()
        };
        let first = written("a.css", "a");
        assert_eq!(written("a.css", "a"), first);
        written("b.css", "b");
        assert!(!folder.join("a.css").exists() && folder.join("b.css.br").exists());
        assert_eq!(std::fs::read(folder.join("b.css")).unwrap(), b"b");
    }
}
