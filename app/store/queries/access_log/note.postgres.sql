INSERT INTO access_log (account_id, employee_id, read_on)
SELECT (row ->> 0)::uuid, (row ->> 1)::uuid, (row ->> 2)::date
FROM jsonb_array_elements($1::jsonb) AS row
ON CONFLICT (account_id, employee_id, read_on) DO NOTHING
