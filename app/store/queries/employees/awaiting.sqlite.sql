SELECT id, number, full_name, job, manager_id, site, country, unit, hired_on, left_on, revision
FROM employees
WHERE assessed_revision < revision
ORDER BY id
LIMIT $1
