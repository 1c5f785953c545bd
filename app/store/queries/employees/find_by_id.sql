SELECT id, number, full_name, job, manager_id, site, country, unit, hired_on, left_on, revision
FROM employees
WHERE id = $1
