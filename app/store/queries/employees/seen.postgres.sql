-- Who of the people $4 is seen.
SELECT employee.id FROM employees employee
WHERE employee.id = ANY(ARRAY(SELECT jsonb_array_elements_text($4::jsonb)::uuid))
