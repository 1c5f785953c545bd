//! How a finding adds up.

super::labels! {
    sum_in_job_since "sum-in-job-since" ()
    sum_service_since "sum-service-since" ()
    sum_counted "sum-counted" ()
    sum_leave "sum-leave" ()
    sum_asked "sum-asked" ()
    sum_reached "sum-reached" ()
    sum_metric "sum-metric" (bound, amount, months)
    sum_aggregate "sum-aggregate" (aggregate)
    sum_on_record "sum-on-record" (months)
    sum_part "sum-part" (have, of)
    sum_missing "sum-missing" ()
    sum_enough_until "sum-enough-until" ()
    sum_at_least "sum-at-least" (number)
    sum_reaching "sum-reaching" ()
}
