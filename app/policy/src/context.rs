//! Who acts, when, in which request: built once a request, and the first argument of every operation.

use model::{Instant, RequestId};
use rules::Day;

use crate::viewer::{Actor, Viewer};

/// Who acts, when, in which request.
#[derive(Clone, Debug)]
pub struct Context {
    /// Who.
    pub actor: Actor,
    /// The instant.
    pub now: Instant,
    /// The company's day at that instant.
    pub today: Day,
    /// Which request, job or command.
    pub request: RequestId,
}

impl Context {
    /// The same request, of somebody who has just proved who they are.
    pub fn of(&self, viewer: Viewer) -> Context {
        Context { actor: Actor::Person(viewer), ..self.clone() }
    }
}
