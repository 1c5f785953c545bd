//! Every address there is: the one table that routes are made from, and that the tests walk.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodRouter, get, post};

use crate::app::App;
use crate::failure::Failure;
use crate::pages::admin::{accounts, company, deputies};
use crate::{guard, pages, visit};

/// By whom an address can be reached; what they see there is for scope and policy to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    /// By anybody, signed in or not.
    ByAnybody,
    /// By whoever is signed in.
    SignedIn,
}

/// An address.
#[derive(Clone, Copy)]
pub struct Route {
    /// Its path, with axum's names in braces.
    pub path: &'static str,
    /// By whom it can be reached.
    pub reached: Reached,
    /// What answers.
    handler: fn() -> MethodRouter<App>,
}

const fn open(path: &'static str, handler: fn() -> MethodRouter<App>) -> Route {
    Route { path, reached: Reached::ByAnybody, handler }
}

const fn signed_in(path: &'static str, handler: fn() -> MethodRouter<App>) -> Route {
    Route { path, reached: Reached::SignedIn, handler }
}

/// All of them.
pub const ROUTES: &[Route] = &[
    open("/sign-in", || get(pages::sign_in::show).post(pages::sign_in::sign_in)),
    open("/sign-out", || post(pages::sign_in::sign_out)),
    open("/invitations/{token}", || get(pages::invitation::show).post(pages::invitation::accept)),
    signed_in("/account", || get(pages::account::show)),
    signed_in("/account/password", || get(pages::account::show_password).post(pages::account::change_password)),
    signed_in("/account/sessions/end", || post(pages::account::end_session)),
    signed_in("/account/sessions/end-others", || post(pages::account::end_other_sessions)),
    signed_in("/account/data.json", || get(pages::account::download_data)),
    signed_in("/account/kept", || get(pages::account::show_kept).post(pages::account::discard_kept)),
    signed_in("/account/kept/send", || post(pages::account::send_kept)),
    signed_in("/admin/accounts", || get(accounts::list)),
    signed_in("/admin/accounts/invite", || get(accounts::show_invite).post(accounts::invite)),
    signed_in("/admin/accounts/{account}", || get(accounts::show_one)),
    signed_in("/admin/accounts/{account}/address", || post(accounts::invite_again)),
    signed_in("/admin/accounts/{account}/reset", || get(accounts::show_reset).post(accounts::reset)),
    signed_in("/admin/accounts/{account}/close", || get(accounts::show_close).post(accounts::close)),
    signed_in("/admin/accounts/{account}/access", || get(accounts::show_give).post(accounts::give_access)),
    signed_in("/admin/accounts/{account}/access/{grant}/end", || {
        get(accounts::show_end_access).post(accounts::end_access)
    }),
    signed_in("/admin/company", || get(company::show).post(company::set)),
    signed_in("/admin/deputies", || get(deputies::show).post(deputies::name)),
    signed_in("/admin/deputies/end", || post(deputies::end)),
    signed_in("/me", || get(pages::person::me)),
    signed_in("/people/{number}", || get(pages::person::show)),
    signed_in("/people/{number}/holds", || get(pages::holds::show).post(pages::holds::act)),
    signed_in("/people/{number}/tracks/{track}", || get(pages::answer::show)),
    signed_in("/", || get(pages::home::show)),
    // How much comes in is counted as it comes.
    signed_in("/imports", || {
        get(pages::imports::show).merge(post(pages::imports::receive).layer(DefaultBodyLimit::disable()))
    }),
    signed_in("/imports/files/{id}", || get(pages::imports::show_staged).post(pages::imports::act_on_staged)),
    signed_in("/imports/files/{id}/mapping", || {
        get(pages::imports::show_mapping)
            .merge(post(pages::imports::change_mapping).layer(DefaultBodyLimit::max(LARGEST_MAPPING)))
    }),
    signed_in("/imports/{id}", || get(pages::imports::show_applied)),
    signed_in("/imports/{id}/undo", || get(pages::imports::show_undo).post(pages::imports::undo)),
    signed_in("/audit", || get(pages::audit::show)),
    signed_in("/audit.csv", || get(pages::audit::export)),
    signed_in("/audit/verification", || get(pages::audit::show_verification).post(pages::audit::verify)),
    signed_in("/audit/{entry}", || get(pages::audit::show_entry)),
    signed_in("/ladder", || get(pages::ladder::show)),
    signed_in("/ladder/{track}", || get(pages::ladder::show_track)),
    signed_in("/moves", || get(pages::moves::show)),
    signed_in("/moves.csv", || get(pages::moves::export)),
    signed_in("/moves/new", || get(pages::moves::show_new).post(pages::moves::record)),
    signed_in("/moves/{id}", || get(pages::moves::show_one).post(pages::moves::call_off)),
    signed_in("/news", || get(pages::news::show).post(pages::news::read)),
    signed_in("/nominations", || get(pages::nominations::list).post(pages::nominations::begin)),
    signed_in("/nominations/several", || {
        get(pages::nominations::preview_several).post(pages::nominations::begin_several)
    }),
    signed_in("/nominations/{id}", || get(pages::nominations::show).post(pages::nominations::act)),
    signed_in("/nominations/{id}/letters/{letter}", || get(pages::nominations::show_letter)),
    signed_in("/nominations/{id}/evidence/compare", || get(pages::nominations::show_comparison)),
    signed_in("/nominations/{id}/evidence/{document}", || get(pages::nominations::download)),
    signed_in("/nominations/{id}/waivers", || post(pages::nominations::ask)),
    signed_in("/waivers", || get(pages::waivers::list)),
    signed_in("/waivers/{id}", || get(pages::waivers::show).post(pages::waivers::act)),
    signed_in("/people", || get(pages::people::show)),
    signed_in("/people.csv", || get(pages::people::export)),
    signed_in("/review", || get(pages::review::show)),
    signed_in("/review/compare", || get(pages::review::compare)),
    signed_in("/review/decide", || get(pages::review::choose).post(pages::review::decide)),
    signed_in("/review/{id}", || get(pages::review::show_talk).post(pages::review::add)),
    signed_in("/team", || get(pages::team::show)),
];

/// A mapping of 64 KiB, as forms write it.
const LARGEST_MAPPING: usize = 256 * 1024;
/// No form of ours is larger; a route that takes files says so itself.
const LARGEST_FORM: usize = 64 * 1024;

/// Whether there is a page of that path: what a link may lead to.
pub(crate) fn is_there(path: &str) -> bool {
    ROUTES.iter().any(|route| route.path == path)
}

/// Answers every address of the table; what is in none is not found.
pub fn router(app: App) -> Router {
    let routes = ROUTES.iter().fold(Router::new(), |router, route| router.route(route.path, (route.handler)()));
    routes
        .fallback(async || Failure::Hidden)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(from_fn(guard::same_site))
        .layer(from_fn_with_state(app.clone(), visit::receive))
        .layer(from_fn(guard::headers))
        .with_state(app)
}
