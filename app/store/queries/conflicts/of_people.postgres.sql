SELECT conflict.employee_id, conflict.kind, conflict.key, conflict.body, conflict.change_id
FROM conflicts conflict
JOIN changes told ON told.id = conflict.change_id AND told.applied_at IS NOT NULL AND told.undone_at IS NULL
WHERE conflict.employee_id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid))
ORDER BY conflict.change_id
