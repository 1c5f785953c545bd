INSERT INTO facts (id, employee_id, kind, key, body, recorded_in)
SELECT unhex(row.value ->> 0), unhex(row.value ->> 1), row.value ->> 2, row.value ->> 3, row.value ->> 4, $2
FROM jsonb_each($1) row
