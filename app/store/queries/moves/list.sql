-- By day, after a day and an id, until a day; of a kind and a state, each where given.
SELECT moved.id, moved.employee_id, moved.nomination_id, moved.kind, moved.from_job, moved.job, moved.site, moved.unit,
    moved.manager_id, moved.rise_percent, moved.reason, moved.effective_on, moved.state, moved.ended_because,
    moved.planned_by, moved.planned_at, moved.change_id, moved.from_site, moved.from_unit, moved.from_manager_id,
    moved.annual_pay, moved.currency,
    employee.number, employee.full_name, manager.number AS manager_number, manager.full_name AS manager_name,
    before.number AS from_manager_number, before.full_name AS from_manager_name
FROM moves moved
JOIN employees employee ON employee.id = moved.employee_id
LEFT JOIN employees manager ON manager.id = moved.manager_id
LEFT JOIN employees before ON before.id = moved.from_manager_id
WHERE (moved.effective_on, moved.id) > ($1, $2) AND moved.effective_on <= $3
    AND (moved.kind = $4 OR $4 IS NULL) AND (moved.state = $5 OR $5 IS NULL)
ORDER BY moved.effective_on, moved.id
LIMIT $6
