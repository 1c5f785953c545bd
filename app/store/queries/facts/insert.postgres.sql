INSERT INTO facts (id, employee_id, kind, key, body, recorded_in)
SELECT (row ->> 0)::uuid, (row ->> 1)::uuid, row ->> 2, row ->> 3, row ->> 4, $2
FROM jsonb_array_elements($1::jsonb) AS row
