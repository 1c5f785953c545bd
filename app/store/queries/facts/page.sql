SELECT fact.id, fact.employee_id, fact.kind, fact.key, fact.body, fact.recorded_in, recorded.origin
FROM facts fact
JOIN changes recorded ON recorded.id = fact.recorded_in
WHERE fact.id > $1
ORDER BY fact.id
LIMIT $2
