//! Who may see and do what. "Has she earned it?" is `rules`; "may he look?" is here. Pure.

mod act;
mod context;
mod nomination;
mod permit;
mod sight;
mod viewer;

pub use act::{Act, Denied};
pub use context::Context;
pub use nomination::{Above, Involved, authorize_nomination, authorize_review};
pub use permit::{About, Permit, authorize, authorize_system};
pub use sight::{Sight, auditor_sees};
pub use viewer::{Actor, Relation, Viewer};
