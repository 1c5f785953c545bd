//! What every form says.

super::labels! {
    form_problem "form-problem" ()
    form_error "form-error" ()
    form_error_title "form-error-title" (title)
    form_no_day "form-no-day" (text)
    form_day_missing "form-day-missing" ()
}
