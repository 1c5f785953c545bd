//! Behind a proxy: whom a request comes from is what the proxy says, not the proxy itself.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderMap, HeaderName};
use axum::middleware::Next;
use axum::response::Response;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// Puts the address that the proxy saw in the place of the proxy's own.
pub(crate) async fn believe(mut request: Request, next: Next) -> Response {
    if let Some(ip) = seen(request.headers()) {
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(ip, 0)));
    }
    next.run(request).await
}

/// The last one named: that one is the proxy's, those before it are what it was told.
fn seen(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all(FORWARDED_FOR).iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_all_who_are_named_the_proxys_own_word_counts() {
        let seen = |lines: &[&'static str]| {
            let lines = lines.iter().map(|line| (FORWARDED_FOR, line.parse().unwrap()));
            seen(&lines.collect()).map(|ip| ip.to_string())
        };
        assert_eq!(seen(&["203.0.113.9"]).as_deref(), Some("203.0.113.9"));
        assert_eq!(seen(&["198.51.100.1, 203.0.113.9"]).as_deref(), Some("203.0.113.9"), "who asks can say the first");
        assert_eq!(seen(&["198.51.100.1", "2001:db8::7"]).as_deref(), Some("2001:db8::7"));
        assert_eq!(seen(&[]), None);
        assert_eq!(seen(&["203.0.113.9, nonsense"]), None);
    }
}
