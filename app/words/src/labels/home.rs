//! `/`.

super::labels! {
    home_title "home-title" ()
}
