SELECT fact.id, fact.employee_id, fact.kind, fact.key, fact.body, fact.recorded_in, recorded.origin
FROM json_each($1) wanted
JOIN facts fact ON fact.id = unhex(wanted.value)
JOIN changes recorded ON recorded.id = fact.recorded_in
ORDER BY fact.kind, fact.key, fact.id
