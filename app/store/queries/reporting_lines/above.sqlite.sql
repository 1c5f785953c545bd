SELECT line.employee_id, line.manager_id
FROM json_each($1) wanted
JOIN reporting_lines line ON line.employee_id = unhex(wanted.value)
ORDER BY line.employee_id, line.depth
