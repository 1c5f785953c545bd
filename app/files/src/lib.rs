//! What comes in and goes out: the bundle, the ladder file, the mapping.

mod person;
mod problem;

pub use person::{AssignmentRow, ConductRow, CredentialRow, Employee, EmploymentRow, LeaveRow, Person};
pub use problem::{Problem, nearest};
