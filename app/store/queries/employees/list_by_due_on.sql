-- By the day since which, or on which, somebody is eligible on the track $8; on the day $16 those of whom none is known.
SELECT employee.id, employee.number, employee.full_name, employee.job, employee.manager_id, employee.site,
    employee.country, employee.unit, employee.hired_on, employee.left_on, employee.revision
FROM fitting employee
JOIN assessments due ON due.employee_id = employee.id AND due.track = $8
WHERE substr(employee.name_key, 1, length($4)) = $4
    AND (
        CASE due.status WHEN 'eligible' THEN due.eligible_since ELSE COALESCE(due.earliest_on, $16) END,
        employee.name_key, employee.id
    ) > ($15, $13, $14)
ORDER BY CASE due.status WHEN 'eligible' THEN due.eligible_since ELSE COALESCE(due.earliest_on, $16) END,
    employee.name_key, employee.id
LIMIT $12
