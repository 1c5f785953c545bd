//! Who asks, when, and in which request: found once, before any page.

use std::panic::AssertUnwindSafe;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use model::{RequestId, Zone};
use operations::{Me, SignedIn, Token, keep_post, resume_session};
use policy::{Actor, Context, Viewer};

use crate::app::{App, Safety};
use crate::failure::Failure;
use crate::{notice, sent_late};

/// One request of somebody, signed in or not.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) app: App,
    /// Who acts, when, in which request: the first argument of every operation.
    pub(crate) ctx: Context,
    /// The company's time zone: how instants are told.
    pub(crate) zone: Zone,
    /// Who is signed in.
    pub(crate) signed_in: Option<SignedIn>,
    /// The path and query that were asked for.
    pub(crate) asked: String,
    /// What was just done, by a code of the page that tells it.
    pub(crate) notice: Option<String>,
}

/// A visit of somebody who is signed in and has nothing to do before anything else.
#[derive(Clone)]
pub(crate) struct Reader {
    pub(crate) visit: Visit,
    pub(crate) viewer: Viewer,
    /// Who they are, as the navigation knows them.
    pub(crate) me: Me,
}

/// The cookie of a session: `__Host-` where it travels by TLS, so that no other site of the domain can set it.
pub(crate) fn cookie_name(safety: Safety) -> &'static str {
    match safety {
        Safety::Tls => "__Host-session",
        Safety::Plain => "session",
    }
}

/// The header that gives the browser a session, or with nothing takes it back.
pub(crate) fn cookie(safety: Safety, session: Option<&Token>) -> String {
    let secure = match safety {
        Safety::Tls => "; Secure",
        Safety::Plain => "",
    };
    let (value, age) = session.map_or((String::new(), "; Max-Age=0"), |token| (token.reveal(), ""));
    format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", cookie_name(safety))
}

/// What the browser holds by a name.
pub(crate) fn cookie_of<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(own, _)| *own == name).map(|(_, value)| value)
}

/// The session that the browser holds.
pub(crate) fn session(headers: &HeaderMap, safety: Safety) -> Option<Token> {
    cookie_of(headers, cookie_name(safety))?.parse().ok()
}

/// Where to sign in, to go on where one was.
pub(crate) fn sign_in_address(to: &str) -> String {
    if to == "/" { "/sign-in".to_owned() } else { format!("/sign-in?to={}", urlencode(to)) }
}

/// Text as part of an address.
pub(crate) fn urlencode(text: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(byte);
    text.bytes().map(|byte| if plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// Finds out who asks, and renders what failed; around all routes.
///
/// The response carries the [`RequestId`], which is the incident's number where one is shown, for the server's log.
pub(crate) async fn receive(State(app): State<App>, request: Request, next: Next) -> Response {
    let moment = app.clock.moment();
    let ctx = Context {
        actor: Actor::Visitor,
        now: moment.now,
        today: moment.today,
        request: operations::new_id::<RequestId>(moment.now),
    };
    let asked = request.uri().path_and_query().map_or("/", |address| address.as_str()).to_owned();
    // Where a post was refused one goes on at its page.
    let asked = if request.method() == Method::GET { asked } else { request.uri().path().to_owned() };
    let notice = notice::told_by(request.headers());
    let mut visit = Visit { app, ctx, zone: moment.zone, signed_in: None, asked, notice };
    let method = request.method().clone();
    let answered = answer(&mut visit, request, next).await;
    let mut response = finish(&visit, &method, answered);
    response.extensions_mut().insert(visit.ctx.request);
    response
}

/// Finds out who asks, and hands on.
async fn answer(visit: &mut Visit, mut request: Request, next: Next) -> Response {
    let mut ended = None;
    if let Some(token) = session(request.headers(), visit.app.safety) {
        match resume_session(&visit.app.store, &visit.ctx, &token).await {
            Ok(Some(signed_in)) => {
                visit.ctx = visit.ctx.of(signed_in.viewer.clone());
                visit.signed_in = Some(signed_in);
            }
            Ok(None) => ended = Some(token),
            Err(error) => return Failure::from(error).into_response(),
        }
    }
    request.extensions_mut().insert(visit.clone());
    let mut late = None;
    if let Some(session) = ended {
        match sent_late::read(request).await {
            Ok((rest, post)) => (request, late) = (rest, post.map(|post| (session, post))),
            Err(failure) => return failure.into_response(),
        }
    }
    // What panicked, and where, is in the log by now.
    let answered = AssertUnwindSafe(next.run(request)).catch_unwind().await;
    let answered = answered.unwrap_or_else(|_| Failure::Internal("a handler panicked".to_owned()).into_response());
    let is_too_late = matches!(answered.extensions().get(), Some(Failure::SignedOut { .. }));
    if let Some((session, post)) = late.filter(|_| is_too_late)
        && let Err(error) = keep_post(&visit.app.store, &visit.ctx, &session, &post).await
    {
        return Failure::from(error).into_response();
    }
    answered
}

/// Renders what failed, and takes back a notice that was shown.
fn finish(visit: &Visit, method: &Method, mut response: Response) -> Response {
    let failure = response.extensions_mut().remove::<Failure>().or_else(|| Failure::of(method, &response));
    if let Some(failure) = failure {
        let mut page = failure.page(visit);
        if let Some(methods) = response.headers_mut().remove(header::ALLOW) {
            page.headers_mut().insert(header::ALLOW, methods);
        }
        return page;
    }
    if visit.notice.is_some() && response.status() == StatusCode::OK {
        response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_static(notice::SHOWN));
    }
    response
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Visit, Failure> {
        let visit = parts.extensions.get::<Visit>().cloned();
        visit.ok_or_else(|| Failure::Internal("a route stands outside of the layer that finds out who asks".to_owned()))
    }
}

impl<S: Sync> FromRequestParts<S> for Reader {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Reader, Failure> {
        let visit = Visit::from_request_parts(parts, state).await?;
        match visit.signed_in.clone() {
            Some(SignedIn { must_change_password: false, viewer, me }) => Ok(Reader { visit, viewer, me }),
            Some(_) => Err(Failure::PasswordFirst),
            None => Err(Failure::SignedOut { to: visit.asked }),
        }
    }
}
