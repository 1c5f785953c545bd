//! Moves: planned with an approval or recorded by HR, made on their day, called off before it, and what is told of them.

mod call_off_move;
mod due;
mod list;
mod mover;
mod placement;
mod record_move;
mod told;

pub use call_off_move::call_off_move;
pub(crate) use due::make_due_moves;
pub(crate) use list::moves_of;
pub use list::{CallOff, HRIS_COLUMNS, MoveList, OneMove, find_move, hris_row, list_moves, search_moves};
pub(crate) use mover::{Mover, not_made};
pub use placement::Placement;
pub(crate) use record_move::planned_event;
pub use record_move::{NewMove, record_move};
pub use store::{MoveTold, SoughtMoves};
