//! A sign-in.

use crate::{AccountId, EmployeeId, Instant};

/// A sign-in. Its password's hash is not part of it: only the sign-in itself reads that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Which one.
    pub id: AccountId,
    /// An e-mail address or an employee number, folded.
    pub sign_in_name: String,
    /// Whose it is; empty of a person who is not employed here.
    pub employee: Option<EmployeeId>,
    /// The first thing to do after signing in.
    pub must_change_password: bool,
    /// Since when it is closed.
    pub disabled_at: Option<Instant>,
}
