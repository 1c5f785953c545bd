SELECT (SELECT COUNT(*) FROM employees WHERE manager_id IN (SELECT jsonb_array_elements_text($1::jsonb)::uuid) AND id NOT IN (SELECT jsonb_array_elements_text($1::jsonb)::uuid))
    + (SELECT COUNT(*) FROM accounts WHERE employee_id IN (SELECT jsonb_array_elements_text($1::jsonb)::uuid))
    + (SELECT COUNT(*) FROM deputies WHERE manager_id IN (SELECT jsonb_array_elements_text($1::jsonb)::uuid))
    + (SELECT COUNT(*) FROM deputies WHERE deputy_id IN (SELECT jsonb_array_elements_text($1::jsonb)::uuid))
