//! What the browser gets beside pages: style, icons and islands, within the program since it was built.
//!
//! Their addresses hold a digest of all of them, so that whoever has one need never ask for it again.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use web::Assets;

/// Files of one build.
struct Site {
    /// Of all names and contents.
    digest: &'static str,
    /// Names and contents, sorted by name; `.br` and `.gz` are the same compressed.
    files: &'static [(&'static str, &'static [u8])],
}

/// The build that this program came with.
const SITE: Site = include!(concat!(env!("OUT_DIR"), "/site.rs"));

/// How the browser may get a file, in order of preference: its name for that, and what we add to the file's.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];

/// Where pages find them.
pub(crate) fn addresses() -> Assets {
    Assets {
        style: SITE.address("nextrung.css"),
        icons: SITE.address("icons.svg"),
        islands: SITE.address("islands.js"),
        draft: SITE.address("draft.js"),
    }
}

/// Says so where the program was built before them.
pub(crate) fn warn_without() {
    if SITE.files.is_empty() {
        tracing::warn!("this build has pages without style and islands: `cargo site` makes them, for the next build");
    }
}

/// Answers what asks for one of them, and passes on the rest.
pub(crate) async fn serve(request: Request, next: Next) -> Response {
    match SITE.answer(request.method(), request.uri().path(), request.headers()) {
        Some(response) => response,
        None => next.run(request).await,
    }
}

impl Site {
    fn address(&self, name: &str) -> String {
        format!("/pkg/{}/{name}", self.digest)
    }

    fn answer(&self, method: &Method, path: &str, headers: &HeaderMap) -> Option<Response> {
        let name = path.strip_prefix("/pkg/")?.strip_prefix(self.digest)?.strip_prefix('/')?;
        let plain = self.content(name)?;
        // What has no kind is a compressed twin, which has no address of its own.
        let kind = kind(name)?;
        if !matches!(*method, Method::GET | Method::HEAD) {
            return None;
        }
        let compressed = ENCODINGS.iter().find_map(|(encoding, ending)| {
            let content = accepts(headers, encoding).then(|| self.content(&format!("{name}{ending}")))?;
            Some((*encoding, content?))
        });
        let (encoding, content) = compressed.map_or((None, plain), |(encoding, content)| (Some(encoding), content));
        let mut response = Body::from(content).into_response();
        let said = [
            (header::CONTENT_TYPE, Some(kind)),
            (header::CONTENT_ENCODING, encoding),
            (header::CACHE_CONTROL, Some("public, max-age=31536000, immutable")),
            (header::VARY, Some("accept-encoding")),
            (header::X_CONTENT_TYPE_OPTIONS, Some("nosniff")),
        ];
        for (name, value) in said.into_iter().filter_map(|(name, value)| Some((name, value?))) {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        Some(response)
    }

    fn content(&self, name: &str) -> Option<&'static [u8]> {
        let at = self.files.binary_search_by_key(&name, |(name, _)| name).ok()?;
        Some(self.files[at].1)
    }
}

fn kind(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "wasm" => Some("application/wasm"),
        _ => None,
    }
}

/// Whether what the browser says it takes includes an encoding, by its name, and not with a weight of nothing.
pub(super) fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(',')).any(|offer| {
        let (name, weight) = offer.split_once(';').unwrap_or((offer, "q=1"));
        let nothing = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse().ok()) == Some(0.0);
        name.trim().eq_ignore_ascii_case(encoding) && !nothing
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: Site = Site {
        digest: "00ff",
        files: &[("a.css", b"plain"), ("a.css.br", b"brotli"), ("a.css.gz", b"gzip"), ("b.wasm", b"module")],
    };

    /// Kind and encoding of the answer, if there is one.
    fn asked(method: &Method, path: &str, accepting: &str) -> Option<(String, String)> {
        let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, accepting.parse().unwrap())]);
        let response = SITE.answer(method, path, &headers)?;
        let said = |name| response.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        assert_eq!(said(header::CACHE_CONTROL), "public, max-age=31536000, immutable");
        Some((said(header::CONTENT_TYPE), said(header::CONTENT_ENCODING)))
    }

    #[test]
    fn a_file_travels_in_the_best_way_that_the_browser_takes() {
        let encoding = |accepting| asked(&Method::GET, "/pkg/00ff/a.css", accepting).unwrap().1;
        assert_eq!(encoding("gzip, deflate, br, zstd"), "br");
        assert_eq!(encoding("br;q=0, GZIP;q=0.5"), "gzip");
        assert_eq!(encoding("identity"), "");
        assert_eq!(encoding("brotli"), "", "another name");
    }

    #[test]
    fn a_file_says_what_it_is() {
        let kind = |path| asked(&Method::HEAD, path, "br").unwrap();
        assert_eq!(kind("/pkg/00ff/a.css").0, "text/css; charset=utf-8");
        assert_eq!(kind("/pkg/00ff/b.wasm"), ("application/wasm".to_owned(), String::new()));
    }

    #[test]
    fn what_is_not_a_file_of_this_build_is_for_others_to_answer() {
        for path in ["/pkg/00ff/c.css", "/pkg/00ff/a.css.br", "/pkg/00fe/a.css", "/pkg/00ffa.css", "/a.css", "/"] {
            assert_eq!(asked(&Method::GET, path, "br"), None, "{path}");
        }
        assert_eq!(asked(&Method::POST, "/pkg/00ff/a.css", "br"), None);
    }

    #[test]
    fn pages_are_told_addresses_that_are_answered() {
        let Assets { style, icons, islands, draft } = addresses();
        for address in [style, icons, islands, draft] {
            let answer = super::SITE.answer(&Method::GET, &address, &HeaderMap::new());
            assert_eq!(answer.is_none(), super::SITE.files.is_empty(), "{address}");
        }
    }
}
