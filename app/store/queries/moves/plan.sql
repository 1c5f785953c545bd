INSERT INTO moves (id, employee_id, nomination_id, kind, from_job, job, site, unit, manager_id, rise_percent, reason,
    effective_on, state, planned_by, planned_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'planned', $13, $14)
ON CONFLICT (employee_id) WHERE state = 'planned' DO NOTHING
