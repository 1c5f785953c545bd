//! One row of the record in a line.

super::labels! {
    recorded_assignment "recorded-assignment" (job, from, until)
    recorded_certification "recorded-certification" (title, on, until, status)
    recorded_language "recorded-language" (language, level, on)
    recorded_training "recorded-training" (title, status, on)
    recorded_metric "recorded-metric" (title, value, month)
    recorded_review "recorded-review" (on, rating)
    recorded_skill "recorded-skill" (title, level, assessor, on)
    recorded_activity "recorded-activity" (title, on, count)
    recorded_other "recorded-other" (kind)
}
