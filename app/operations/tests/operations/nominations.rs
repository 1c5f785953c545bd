//! From interest to a decision: every row of the workflow, and what is no row.

mod decided;
mod legal;
mod letters;
mod moved;
mod permissions;
mod reviewed;
mod seen;
mod waived;
mod waiver_permissions;
mod waivers_over;
pub(crate) mod world;
