SELECT employee.id, employee.number, employee.full_name, employee.job, employee.manager_id, employee.site,
    employee.country, employee.unit, employee.hired_on, employee.left_on, employee.revision
FROM employees employee
WHERE (employee.name_key, employee.id) > ($4, $5) AND employee.name_key < $6
    AND ($7 IS NULL OR employee.site = $7) AND ($8 IS NULL OR employee.job = $8)
ORDER BY employee.name_key, employee.id
LIMIT $9
