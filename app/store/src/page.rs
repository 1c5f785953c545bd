//! One page of people by name.

use model::{EmployeeId, fold};
use uuid::Uuid;

/// Sorts after every name that text can hold.
const LAST: &str = "\u{10FFFF}\u{10FFFF}";

/// Which people by name: those after the last one seen, and what is looked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Page<'a> {
    /// The name key and the id of the last one seen.
    pub after: Option<(&'a str, EmployeeId)>,
    /// What names begin with, as a person types it.
    pub search: &'a str,
    /// Only of that site.
    pub site: Option<&'a str>,
    /// Only in that job.
    pub job: Option<&'a str>,
    /// At most so many.
    pub limit: u32,
}

impl Page<'_> {
    pub(crate) fn start(&self) -> (String, Uuid) {
        match self.after {
            Some((name_key, id)) => (name_key.to_owned(), id.0),
            None => (fold(self.search), Uuid::nil()),
        }
    }

    pub(crate) fn end(&self) -> String {
        fold(self.search) + LAST
    }
}
