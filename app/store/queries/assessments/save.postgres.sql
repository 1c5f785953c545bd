INSERT INTO assessments (
    employee_id, track, as_of, criteria_effective_from, status, reason, eligible_since, earliest_on,
    earliest_on_if_verified, earliest_on_if_known, lapses_on, next_change_on, stale_on, next_effective_from,
    next_status, next_earliest_on, states
)
SELECT (row ->> 0)::uuid, row ->> 1, (row ->> 2)::date, (row ->> 3)::date, row ->> 4, row ->> 5,
    (row ->> 6)::date, (row ->> 7)::date, (row ->> 8)::date, (row ->> 9)::date, (row ->> 10)::date, (row ->> 11)::date,
    (row ->> 12)::date, (row ->> 13)::date, row ->> 14, (row ->> 15)::date, row ->> 16
FROM jsonb_array_elements($1::jsonb) AS row
