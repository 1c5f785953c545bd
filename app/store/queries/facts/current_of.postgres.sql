SELECT fact.id, fact.employee_id, fact.kind, fact.key, fact.body, fact.recorded_in, recorded.origin
FROM facts fact
JOIN changes recorded
    ON recorded.id = fact.recorded_in AND recorded.applied_at IS NOT NULL AND recorded.undone_at IS NULL
LEFT JOIN changes superseded
    ON superseded.id = fact.superseded_in AND superseded.applied_at IS NOT NULL AND superseded.undone_at IS NULL
WHERE superseded.id IS NULL
    AND fact.employee_id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid))
ORDER BY fact.employee_id, fact.kind, fact.key
