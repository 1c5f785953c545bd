SELECT fact.id, fact.employee_id, fact.kind, fact.key, fact.body, fact.recorded_in, recorded.origin
FROM facts fact
JOIN changes recorded ON recorded.id = fact.recorded_in
WHERE fact.id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid))
ORDER BY fact.kind, fact.key, fact.id
