-- As one JSON array of rows: what is read by the hundred is quicker as one text than as thousands of values.
SELECT COALESCE(
    json_agg(
        json_build_array(
            fact.id, fact.employee_id, fact.kind, fact.key, fact.body::json, fact.recorded_in, recorded.origin
        )
        ORDER BY fact.employee_id, fact.kind, fact.key
    ),
    '[]'
)::text
FROM facts fact
JOIN changes recorded
    ON recorded.id = fact.recorded_in AND recorded.applied_at IS NOT NULL AND recorded.undone_at IS NULL
WHERE NOT EXISTS (
        SELECT 1 FROM supersessions superseded
        JOIN changes other ON other.id = superseded.change_id
        WHERE superseded.fact_id = fact.id AND other.applied_at IS NOT NULL AND other.undone_at IS NULL
    )
    AND fact.employee_id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid))
