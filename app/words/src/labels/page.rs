//! Around every page.

super::labels! {
    page_language "page-language" ()
    page_direction "page-direction" ()
    page_description "page-description" ()
    page_skip "page-skip" ()
    page_sign_out "page-sign-out" ()
    page_breadcrumbs "page-breadcrumbs" ()
    page_navigation "page-navigation" ()
    page_home "page-home" ()
    page_my_record "page-my-record" ()
    page_team "page-team" ()
    page_people "page-people" ()
    page_ladder "page-ladder" ()
    page_imports "page-imports" ()
    page_accounts "page-accounts" ()
    page_audit "page-audit" ()
    page_account "page-account" ()
    page_as_of "page-as-of" ()
    page_pages "page-pages" ()
    page_first "page-first" ()
    page_next "page-next" ()
}
