//! `/admin/company`.

super::labels! {
    company_title "company-title" ()
    company_zone "company-zone" ()
    company_today "company-today" ()
    company_clocks "company-clocks" ()
    company_set_title "company-set-title" ()
    company_set_why "company-set-why" ()
    company_set_hint "company-set-hint" ()
    company_set "company-set" ()
    company_set_done "company-set-done" (zone)
    company_set_already "company-set-already" (zone)
    company_no_zone "company-no-zone" ()
    company_unknown_zone "company-unknown-zone" (typed, near)
}
