//! Where a criterion stands in its track.

use std::fmt;

use serde::{Serialize, Serializer};
use smallvec::SmallVec;

/// Where a criterion stands in its track: positions from the top, counted from 0, as in `1.0`.
/// Ordered number by number, a group before its parts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Path(SmallVec<[u16; 8]>);

impl Path {
    /// The path of a part of the criterion at this one (of the track itself: at the empty path).
    pub fn part(&self, position: usize) -> Path {
        let mut path = self.clone();
        path.0.push(position as u16);
        path
    }

    /// The positions, from the top.
    pub fn positions(&self) -> &[u16] {
        &self.0
    }

    /// Whether it is one of the track's own criteria, not a part of a group.
    pub fn is_top_level(&self) -> bool {
        self.0.len() == 1
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, position) in self.0.iter().enumerate() {
            let dot = if at > 0 { "." } else { "" };
            write!(f, "{dot}{position}")?;
        }
        Ok(())
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
