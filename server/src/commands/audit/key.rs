//! `audit key`: the key that signs checkpoints.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use files::SecretKey;

use crate::outcome::{Answer, Outcome, Stop};
use crate::output::answers;

/// Make the key that signs checkpoints of the audit trail
#[derive(Args)]
#[command(after_help = "Example:
  nextrung audit key signing.key

Keep the file where nobody of the database's gets to: only its owner can read it, and nothing else is
as secret. The public key is said, and written beside it (FILE.pub): give it to whoever verifies. A file
that is there is never written over.")]
pub(crate) struct Key {
    /// A new file
    file: PathBuf,
}

impl Key {
    pub(crate) fn run(self) -> Outcome {
        let mut random = [0; 32];
        getrandom::fill(&mut random).map_err(|error| Stop::Cannot(format!("no random bytes: {error}")))?;
        let key = SecretKey::new(&random);
        let public = public_file(&self.file);
        for file in [&self.file, &public] {
            if file.exists() {
                return Err(Stop::cannot(file, "is there already, and is not written over"));
            }
        }
        write_new(&self.file, &mut of_its_owner(), &key.to_text())?;
        write_new(&public, &mut OpenOptions::new(), &format!("{}\n", key.public()))?;
        let mut answers = answers();
        writeln!(answers, "{}: keep it secret\n{}: {}", self.file.display(), public.display(), key.public())?;
        answers.flush()?;
        Ok(Answer::Yes)
    }
}

/// Beside the key itself.
fn public_file(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".pub");
    PathBuf::from(name)
}

fn write_new(path: &Path, how: &mut OpenOptions, text: &str) -> Result<(), Stop> {
    let write = |mut file: File| file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    how.write(true).create_new(true).open(path).and_then(write).map_err(|error| Stop::cannot(path, error))
}

#[cfg(unix)]
fn of_its_owner() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn of_its_owner() -> OpenOptions {
    OpenOptions::new()
}

/// The key in a file that nobody but its owner reads.
pub(super) fn read(path: &Path) -> Result<SecretKey, Stop> {
    let text = std::fs::read_to_string(path).map_err(|error| Stop::cannot(path, error))?;
    if is_open_to_others(path)? {
        return Err(Stop::cannot(path, "others can read it too: `chmod 600` it, and ask yourself who did"));
    }
    SecretKey::read(&text, &path.display().to_string()).map_err(|problem| Stop::Findings(vec![problem], 0))
}

#[cfg(unix)]
fn is_open_to_others(path: &Path) -> Result<bool, Stop> {
    use std::os::unix::fs::PermissionsExt;
    let metadata = std::fs::metadata(path).map_err(|error| Stop::cannot(path, error))?;
    Ok(metadata.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> Result<bool, Stop> {
    Ok(false)
}
