SELECT id, revision
FROM employees
WHERE id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid))
ORDER BY id
FOR UPDATE
