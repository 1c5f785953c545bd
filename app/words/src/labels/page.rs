//! Around every page.

super::labels! {
    page_language "page-language" ()
    page_direction "page-direction" ()
    page_breadcrumbs "page-breadcrumbs" ()
    page_skip "page-skip" ()
    page_sign_out "page-sign-out" ()
}
