-- Appended to the read of a person `employee`: only where they are in a viewer's scope. $1 the viewer's own record (may
-- be null), $2 their account, $3 the day.
AND (
    employee.id = $1
    OR EXISTS (SELECT 1 FROM reporting_lines line WHERE line.manager_id = $1 AND line.employee_id = employee.id)
    OR EXISTS (
        SELECT 1
        FROM deputies deputy
        JOIN reporting_lines line ON line.manager_id = deputy.manager_id AND line.employee_id = employee.id
        WHERE deputy.deputy_id = $1 AND deputy.from_on <= $3 AND deputy.until_on >= $3
    )
    OR EXISTS (
        SELECT 1
        FROM grants held
        WHERE held.account_id = $2 AND held.access = 'hr_partner' AND held.site = employee.site
            AND held.from_on <= $3 AND (held.until_on IS NULL OR held.until_on >= $3)
    )
)
