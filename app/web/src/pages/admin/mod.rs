//! `/admin/…`: accounts and their access, and the company's time zone, for administrators, who see no people's records.

pub(crate) mod accounts;
pub(crate) mod company;
pub(crate) mod deputies;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use model::Access;
use policy::Act;

use crate::failure::Failure;
use crate::visit::{Reader, Visit};

/// A visit of an administrator. Others are told who it is for.
pub(crate) struct Administrator(pub(crate) Visit);

impl<S: Sync> FromRequestParts<S> for Administrator {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Administrator, Failure> {
        let Reader { visit, viewer, .. } = Reader::from_request_parts(parts, state).await?;
        if viewer.has(Access::Administrator) {
            Ok(Administrator(visit))
        } else {
            Err(Failure::Denied(Act::ManageAccounts))
        }
    }
}
