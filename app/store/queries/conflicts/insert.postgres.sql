INSERT INTO conflicts (id, change_id, employee_id, kind, key, body)
SELECT (row ->> 0)::uuid, $2, (row ->> 1)::uuid, row ->> 2, row ->> 3, row ->> 4
FROM jsonb_array_elements($1::jsonb) AS row
