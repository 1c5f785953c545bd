SELECT fact.id, fact.employee_id, fact.kind, fact.key, fact.body, fact.recorded_in, recorded.origin
FROM json_each($1) wanted
JOIN facts fact ON fact.employee_id = unhex(wanted.value)
JOIN changes recorded
    ON recorded.id = fact.recorded_in AND recorded.applied_at IS NOT NULL AND recorded.undone_at IS NULL
WHERE recorded.origin = 'import'
    AND EXISTS (
        SELECT 1 FROM supersessions superseded
        JOIN changes other ON other.id = superseded.change_id
        WHERE superseded.fact_id = fact.id AND other.origin <> 'import'
            AND other.applied_at IS NOT NULL AND other.undone_at IS NULL
    )
    AND NOT EXISTS (
        SELECT 1 FROM facts later
        JOIN changes other ON other.id = later.recorded_in
        WHERE later.employee_id = fact.employee_id AND later.kind = fact.kind AND later.key = fact.key
            AND later.recorded_in > fact.recorded_in AND other.origin = 'import'
            AND other.applied_at IS NOT NULL AND other.undone_at IS NULL
    )
ORDER BY fact.recorded_in
