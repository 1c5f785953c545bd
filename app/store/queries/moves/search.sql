-- Of the people whom the viewer looks at as HR, nobody their own: the latest day first, before a day $5 and an id $6, no
-- earlier than $4; of the kind $7 and the state $8, each where given. $1 the viewer's own record (may be null), $2 their
-- account, $3 the day.
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
WHERE (moved.effective_on, moved.id) < ($5, $6) AND moved.effective_on >= $4
    AND (moved.kind = $7 OR $7 IS NULL) AND (moved.state = $8 OR $8 IS NULL)
    AND (employee.id <> $1 OR $1 IS NULL)
    AND EXISTS (
        SELECT 1
        FROM grants held
        WHERE held.account_id = $2
            AND (held.access = 'hr_lead' OR (held.access = 'hr_partner' AND held.site = employee.site))
            AND held.from_on <= $3 AND (held.until_on IS NULL OR held.until_on >= $3)
    )
ORDER BY moved.effective_on DESC, moved.id DESC
LIMIT $9
