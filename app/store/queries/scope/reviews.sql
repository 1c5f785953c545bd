-- Appended to the read of a `nomination` and its candidate `employee`: only where the viewer is HR to it. $1 the viewer's
-- own record (may be null), $2 their account, $3 the day. Nobody is HR to themselves.
AND nomination.told_hr AND (nomination.employee_id <> $1 OR $1 IS NULL)
AND EXISTS (
    SELECT 1
    FROM grants held
    WHERE held.account_id = $2
        AND (held.access = 'hr_lead' OR (held.access = 'hr_partner' AND held.site = employee.site))
        AND held.from_on <= $3 AND (held.until_on IS NULL OR held.until_on >= $3)
)
