UPDATE reporting_lines
SET name_key = employee.name_key
FROM employees employee
WHERE employee.id = reporting_lines.employee_id AND employee.name_key <> reporting_lines.name_key
    AND reporting_lines.employee_id IN (SELECT unhex(value) FROM json_each($1))
