SELECT employee.id, employee.number, employee.full_name, employee.job, employee.manager_id, employee.site,
    employee.country, employee.unit, employee.hired_on, employee.left_on, employee.revision
FROM fitting employee
WHERE (employee.name_key, employee.id) > ($13, $14) AND employee.name_key < $5
ORDER BY employee.name_key, employee.id
LIMIT $12
