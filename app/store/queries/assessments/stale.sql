SELECT DISTINCT employee_id FROM assessments WHERE stale_on <= $1 ORDER BY employee_id LIMIT $2
