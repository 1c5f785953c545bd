//! What is sent after a session has ended: kept for the account whose session it was, never with a password in it.

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use operations::KeptPost;

use crate::failure::Failure;

/// The largest form that is kept.
const LARGEST: usize = 16 * 1024;

/// The form that a request is, where it is one to be kept; and the request, as it was.
pub(crate) async fn read(request: Request) -> Result<(Request, Option<KeptPost>), Failure> {
    let (parts, body) = request.into_parts();
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let fits = body.size_hint().upper().is_some_and(|size| size <= LARGEST as u64);
    if parts.method != Method::POST || !kind.starts_with("application/x-www-form-urlencoded") || !fits {
        return Ok((Request::from_parts(parts, body), None));
    }
    let bytes = to_bytes(body, LARGEST).await.map_err(|_| Failure::Malformed(StatusCode::BAD_REQUEST))?;
    let text = str::from_utf8(&bytes).ok().filter(|text| holds_no_password(text));
    let post = text.map(|text| KeptPost { path: parts.uri.path().to_owned(), body: text.to_owned() });
    Ok((Request::from_parts(parts, Body::from(bytes)), post))
}

/// Every field for a password has a name that ends in that word.
fn holds_no_password(body: &str) -> bool {
    fields(body).iter().all(|(name, _)| !name.ends_with("password"))
}

/// The names and values of a form as browsers send it.
pub(crate) fn fields(body: &str) -> Vec<(String, String)> {
    let pairs = body.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (plain(name), plain(value)))
        .collect()
}

/// A text as it was before it was sent.
fn plain(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        let escaped = match (first, others) {
            (b'%', [high, low, ..]) => {
                std::str::from_utf8(&[*high, *low]).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok())
            }
            _ => None,
        };
        bytes.push(escaped.unwrap_or(if *first == b'+' { b' ' } else { *first }));
        rest = if escaped.is_some() { &others[2..] } else { others };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_reads_as_it_was_typed() {
        let read = fields("name=Jos%C3%A9+Reyes&days=1%2C5&empty=&odd=100%&plus=1%2B1");
        let pairs: Vec<(&str, &str)> = read.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(pairs, [("name", "José Reyes"), ("days", "1,5"), ("empty", ""), ("odd", "100%"), ("plus", "1+1")]);
    }

    #[test]
    fn a_form_with_a_password_is_never_kept() {
        assert!(holds_no_password("reason=forgot+the+password"));
        assert!(!holds_no_password("name=ana&password=secret"));
        assert!(!holds_no_password("new%5Fpassword=secret"), "however its name is written");
    }
}
