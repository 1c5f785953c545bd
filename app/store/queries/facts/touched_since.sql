SELECT DISTINCT fact.employee_id
FROM changes change
JOIN facts fact ON fact.recorded_in = change.id OR fact.superseded_in = change.id
WHERE change.applied_at >= $1 AND change.id <> $2
