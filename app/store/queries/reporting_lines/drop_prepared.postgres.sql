DELETE FROM reporting_lines
WHERE employee_id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid))
    AND NOT EXISTS (SELECT 1 FROM employees WHERE employees.id = reporting_lines.employee_id)
