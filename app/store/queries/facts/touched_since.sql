-- The changes are few: CROSS JOIN keeps SQLite from going through the facts for them.
SELECT fact.employee_id
FROM changes change
CROSS JOIN facts fact
WHERE fact.recorded_in = change.id AND change.applied_at >= $1 AND change.id <> $2
UNION
SELECT fact.employee_id
FROM changes change
CROSS JOIN facts fact
WHERE fact.superseded_in = change.id AND change.applied_at >= $1 AND change.id <> $2
