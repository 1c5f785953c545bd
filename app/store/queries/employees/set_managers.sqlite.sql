UPDATE employees SET manager_id = unhex(row.value ->> 'manager')
FROM jsonb_each($1) row
WHERE employees.id = unhex(row.value ->> 'id')
