//! Ids by kind, so that one cannot be taken for another. All are UUIDv7: they sort by the time they were made.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<$name, uuid::Error> {
                text.parse().map($name)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> $name {
                $name(id)
            }
        }
    )+};
}

ids! {
    /// A person.
    EmployeeId
    /// A sign-in.
    AccountId
    /// A row of what is known of a person.
    FactId
    /// An act that recorded facts.
    ChangeId
    /// Files on their way to becoming an import.
    UploadId
    /// A published state of the ladder.
    LadderId
    /// An account's access.
    GrantId
    /// A stand-in for a manager.
    DeputyId
    /// A nomination.
    NominationId
    /// Something done to a nomination.
    NominationActId
    /// Something that somebody is told; of an act on a nomination, the act's own.
    NewsId
    /// A note of a reviewer.
    ReviewNoteId
    /// A document of what was known.
    EvidenceId
    /// A hold on a person's moves.
    HoldId
    /// A move of a person.
    MoveId
    /// A waiver of a criterion.
    WaiverId
    /// An entry of the audit trail.
    EntryId
    /// One request, job or command.
    RequestId
}
