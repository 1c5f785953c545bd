SELECT employee_id, manager_id
FROM reporting_lines
WHERE employee_id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid))
ORDER BY employee_id, depth
