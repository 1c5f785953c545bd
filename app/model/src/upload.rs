//! Files on their way to becoming an import.

use crate::{AccountId, FactKind, Instant, UploadId};

/// How far an upload has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its bytes are coming in.
    Arriving,
    /// It is an export, and waits for a mapping.
    Unmapped,
    /// It is being compared with what is known.
    Checking,
    /// It was compared, and waits for a person.
    Checked,
    /// It is becoming true.
    Applying,
    /// It became an import, or changed nothing.
    Applied,
    /// A rule or a failure stood against it, and nothing was changed.
    Stopped,
}

impl Stage {
    /// As tables write it.
    pub const fn code(self) -> &'static str {
        match self {
            Stage::Arriving => "arriving",
            Stage::Unmapped => "unmapped",
            Stage::Checking => "checking",
            Stage::Checked => "checked",
            Stage::Applying => "applying",
            Stage::Applied => "applied",
            Stage::Stopped => "stopped",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Stage> {
        let all = [
            Stage::Arriving,
            Stage::Unmapped,
            Stage::Checking,
            Stage::Checked,
            Stage::Applying,
            Stage::Applied,
            Stage::Stopped,
        ];
        all.into_iter().find(|stage| stage.code() == code)
    }
}

/// Files on their way to becoming an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Which one.
    pub id: UploadId,
    /// Whose it is: nobody else sees it.
    pub account: AccountId,
    /// What the file was called.
    pub name: String,
    /// How its columns become a bundle; none: it is a bundle.
    pub mapping: Option<String>,
    /// The kinds of which it is the whole truth.
    pub replaced: Vec<FactKind>,
    /// How far it has come.
    pub stage: Stage,
    /// What it came to, as JSON.
    pub result: Option<String>,
    /// Where the run stands that checks or applies it, as JSON.
    pub progress: Option<String>,
    /// The last act or sign of life.
    pub touched_at: Instant,
}

/// A mapping that was saved by name: how the columns of a foreign export become a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedMapping {
    /// Its name.
    pub name: String,
    /// The mapping, as TOML.
    pub text: String,
    /// When it was saved last.
    pub saved_at: Instant,
}
