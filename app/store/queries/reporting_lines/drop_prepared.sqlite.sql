DELETE FROM reporting_lines
WHERE employee_id IN (SELECT unhex(value) FROM json_each($1))
    AND NOT EXISTS (SELECT 1 FROM employees WHERE employees.id = reporting_lines.employee_id)
