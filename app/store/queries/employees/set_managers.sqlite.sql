UPDATE employees SET manager_id = (
    SELECT unhex(row.value ->> 'manager') FROM json_each($1) row WHERE unhex(row.value ->> 'id') = employees.id
)
WHERE id IN (SELECT unhex(row.value ->> 'id') FROM json_each($1) row)
