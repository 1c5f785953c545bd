SELECT id, number, full_name, job, manager_id, site, country, unit, hired_on, left_on, revision
FROM employees
WHERE id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid))
