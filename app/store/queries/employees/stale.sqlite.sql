SELECT id, number, full_name, job, manager_id, site, country, unit, hired_on, left_on, revision
FROM employees
WHERE stale_on <= $1
ORDER BY stale_on, id
LIMIT $2
