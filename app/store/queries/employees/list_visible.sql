SELECT id, number, full_name, job, manager_id, site, country, unit, hired_on, left_on, revision
FROM employees
WHERE id IN (SELECT employee_id FROM visible) AND (name_key, id) > ($4, $5)
ORDER BY name_key, id
LIMIT $6
