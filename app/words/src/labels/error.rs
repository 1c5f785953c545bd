//! When there is no page to show.

super::labels! {
    error_hidden_title "error-hidden-title" ()
    error_hidden "error-hidden" ()
    error_denied_title "error-denied-title" ()
    error_denied "error-denied" (who_may)
    error_invalid_title "error-invalid-title" ()
    error_invalid "error-invalid" (problem)
    error_refused_title "error-refused-title" ()
    error_refused "error-refused" (why)
    error_wait_title "error-wait-title" ()
    error_wait "error-wait" (seconds)
    error_elsewhere_title "error-elsewhere-title" ()
    error_elsewhere "error-elsewhere" ()
    error_unavailable_title "error-unavailable-title" ()
    error_unavailable "error-unavailable" ()
    error_internal_title "error-internal-title" ()
    error_internal "error-internal" (incident)
}
