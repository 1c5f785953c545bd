SELECT id, number, full_name, job, manager_id, site, country, unit, hired_on, left_on, revision
FROM employees
WHERE id IN (SELECT unhex(value) FROM json_each($1))
