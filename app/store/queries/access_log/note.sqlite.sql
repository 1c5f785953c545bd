INSERT INTO access_log (account_id, employee_id, read_on)
SELECT unhex(row.value ->> 0), unhex(row.value ->> 1), row.value ->> 2
FROM jsonb_each($1) row
WHERE TRUE
ON CONFLICT (account_id, employee_id, read_on) DO NOTHING
