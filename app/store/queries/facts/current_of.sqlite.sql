SELECT fact.id, fact.employee_id, fact.kind, fact.key, fact.body, fact.recorded_in, recorded.origin
FROM json_each($1) wanted
JOIN facts fact ON fact.employee_id = unhex(wanted.value)
JOIN changes recorded
    ON recorded.id = fact.recorded_in AND recorded.applied_at IS NOT NULL AND recorded.undone_at IS NULL
LEFT JOIN changes superseded
    ON superseded.id = fact.superseded_in AND superseded.applied_at IS NOT NULL AND superseded.undone_at IS NULL
WHERE superseded.id IS NULL
ORDER BY fact.employee_id, fact.kind, fact.key
