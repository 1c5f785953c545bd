SELECT employee_id FROM facts WHERE recorded_in = $1 AND employee_id > $2
UNION
SELECT fact.employee_id
FROM supersessions superseded
JOIN facts fact ON fact.id = superseded.fact_id
WHERE superseded.change_id = $1 AND fact.employee_id > $2
ORDER BY employee_id
LIMIT $3
