SELECT track, as_of, criteria_effective_from, status, reason, eligible_since, earliest_on, earliest_on_if_verified,
    earliest_on_if_known, lapses_on, next_change_on, stale_on, next_effective_from, next_status, next_earliest_on
FROM assessments
WHERE employee_id = $4 AND employee_id IN (SELECT employee_id FROM visible)
ORDER BY track
