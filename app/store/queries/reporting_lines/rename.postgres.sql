UPDATE reporting_lines
SET name_key = employee.name_key
FROM employees employee
WHERE employee.id = reporting_lines.employee_id AND employee.name_key <> reporting_lines.name_key
    AND reporting_lines.employee_id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid))
