INSERT INTO conflicts (id, change_id, employee_id, kind, key, body)
SELECT unhex(row.value ->> 0), $2, unhex(row.value ->> 1), row.value ->> 2, row.value ->> 3, row.value ->> 4
FROM jsonb_each($1) row
