SELECT employee.id, employee.number, employee.full_name, employee.job, employee.manager_id, employee.site,
    employee.country, employee.unit, employee.hired_on, employee.left_on, employee.revision
FROM fitting employee
WHERE substr(employee.name_key, 1, length($4)) = $4
    AND (employee.job, employee.name_key, employee.id) > ($15, $13, $14)
ORDER BY employee.job, employee.name_key, employee.id
LIMIT $12
