INSERT INTO reporting_lines (manager_id, employee_id, depth, name_key)
SELECT (row ->> 0)::uuid, (row ->> 1)::uuid, (row ->> 2)::int, row ->> 3
FROM jsonb_array_elements($1::jsonb) AS row
