//! What was just done, told on the page that follows: a code in a cookie, until it has been shown. Nothing of it stands
//! in an address, and loading the page again does not say it again.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::visit::cookie_of;

const COOKIE: &str = "notice";
/// Longer ones are not ours.
const LONGEST: usize = 40;

/// Goes on to a page of this site, which tells by a code of its own what was done.
pub(crate) fn done(code: &'static str, to: &str) -> Response {
    let cookie = format!("{COOKIE}={code}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
    (StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, to.to_owned())]).into_response()
}

/// The code that the page is to tell of. A page knows its own codes, and tells nothing of others.
pub(crate) fn told_by(headers: &HeaderMap) -> Option<String> {
    let code = cookie_of(headers, COOKIE)?;
    (!code.is_empty() && code.len() <= LONGEST).then(|| code.to_owned())
}

/// The header that forgets it.
pub(crate) const SHOWN: &str = "notice=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0";
