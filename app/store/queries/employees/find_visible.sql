SELECT id, number, full_name, job, manager_id, site, country, unit, hired_on, left_on, revision
FROM employees
WHERE number = $4 AND id IN (SELECT employee_id FROM visible)
