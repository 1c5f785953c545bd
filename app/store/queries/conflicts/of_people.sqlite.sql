SELECT conflict.employee_id, conflict.kind, conflict.key, conflict.body, conflict.change_id
FROM conflicts conflict
JOIN changes told ON told.id = conflict.change_id AND told.applied_at IS NOT NULL AND told.undone_at IS NULL
WHERE conflict.employee_id IN (SELECT unhex(value) FROM json_each($1))
ORDER BY conflict.change_id
