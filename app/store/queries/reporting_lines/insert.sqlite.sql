INSERT INTO reporting_lines (manager_id, employee_id, depth, name_key)
SELECT unhex(row.value ->> 0), unhex(row.value ->> 1), row.value ->> 2, row.value ->> 3
FROM jsonb_each($1) row
