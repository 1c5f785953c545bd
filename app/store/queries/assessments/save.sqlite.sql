INSERT INTO assessments (
    employee_id, track, as_of, criteria_effective_from, status, reason, eligible_since, earliest_on,
    earliest_on_if_verified, earliest_on_if_known, lapses_on, next_change_on, stale_on, next_effective_from,
    next_status, next_earliest_on, states
)
SELECT unhex(row.value ->> 0), row.value ->> 1, row.value ->> 2, row.value ->> 3, row.value ->> 4, row.value ->> 5,
    row.value ->> 6, row.value ->> 7, row.value ->> 8, row.value ->> 9, row.value ->> 10, row.value ->> 11,
    row.value ->> 12, row.value ->> 13, row.value ->> 14, row.value ->> 15, row.value ->> 16
FROM jsonb_each($1) row
