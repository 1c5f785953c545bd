//! `/nominations`: those in which the reader has a part, one of them with all that was done, and what begins one.

mod act;
mod ask_waiver;
mod case;
mod compare;
mod comparison;
mod criteria;
mod evidence;
mod forms;
mod letter;
mod list;
mod one;
mod several;
mod waivers;

pub(crate) use act::{act, begin};
pub(crate) use ask_waiver::ask;
pub(crate) use compare::show as show_comparison;
pub(crate) use evidence::download;
pub(super) use letter::letter_address;
pub(crate) use letter::show as show_letter;
pub(super) use list::job_of;
pub(crate) use list::list;
pub(crate) use one::show;
pub(crate) use several::{begin as begin_several, preview as preview_several};

use axum::extract::Path;
use axum::extract::rejection::PathRejection;

use crate::failure::Failure;

/// The ids that an address names.
type Named<T> = Result<Path<T>, PathRejection>;

/// What is no id is not found.
fn ids<T>(named: Named<T>) -> Result<T, Failure> {
    named.map(|Path(ids)| ids).map_err(|_| Failure::Hidden)
}
