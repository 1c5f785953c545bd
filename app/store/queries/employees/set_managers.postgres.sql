UPDATE employees SET manager_id = row.manager
FROM jsonb_to_recordset($1::jsonb) AS row (id UUID, manager UUID)
WHERE row.id = employees.id
