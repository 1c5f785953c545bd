SELECT employee_id, track, as_of, criteria_effective_from, status, reason, eligible_since, earliest_on,
    earliest_on_if_verified, earliest_on_if_known, lapses_on, next_change_on, stale_on, next_effective_from, next_status,
    next_earliest_on, states
FROM assessments
WHERE employee_id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid))
ORDER BY employee_id, track
