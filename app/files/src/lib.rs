//! What comes in and goes out: the bundle, the ladder file, the mapping.

mod bundle;
mod person;
mod problem;

pub use bundle::{Bundle, BundleWriter, Checked, FileAccount, Refused, Step};
pub use person::{AssignmentRow, ConductRow, CredentialRow, Employee, EmploymentRow, LeaveRow, Person};
pub use problem::{Problem, nearest};
