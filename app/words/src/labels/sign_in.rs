//! `/sign-in`.

super::labels! {
    sign_in_title "sign-in-title" ()
    sign_in_name "sign-in-name" ()
    sign_in_password "sign-in-password" ()
    sign_in_button "sign-in-button" ()
    sign_in_no_name "sign-in-no-name" ()
    sign_in_no_password "sign-in-no-password" ()
    sign_in_wrong "sign-in-wrong" ()
    sign_in_wait "sign-in-wait" (seconds)
    sign_in_cannot "sign-in-cannot" ()
    sign_in_help "sign-in-help" ()
}
