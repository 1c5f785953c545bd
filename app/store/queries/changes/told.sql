SELECT change.id, change.origin, change.recorded_by, change.recorded_at, change.reason, change.digest, change.counts,
    change.undone_at, COALESCE(employee.full_name, account.sign_in_name) AS recorded_by_name
FROM changes change
LEFT JOIN accounts account ON account.id = change.recorded_by
LEFT JOIN employees employee ON employee.id = account.employee_id
WHERE change.id = $1 AND change.origin = 'import' AND change.applied_at IS NOT NULL
