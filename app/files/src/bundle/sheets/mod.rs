//! The rows of each file: how they are read, known apart and written.

mod achievements;
mod employee;
mod history;
mod results;
mod standing;
