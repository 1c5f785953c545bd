INSERT INTO assessments (
    employee_id, track, as_of, criteria_effective_from, status, reason, eligible_since, earliest_on,
    earliest_on_if_verified, earliest_on_if_known, lapses_on, next_change_on, stale_on, next_effective_from,
    next_status, next_earliest_on
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
