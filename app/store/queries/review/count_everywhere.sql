-- How much waits for HR everywhere, up to $4 of it, for an HR lead: $1 their own record (may be null), $2 their account,
-- $3 the day.
SELECT COUNT(*)
FROM (
    SELECT 1
    FROM nominations nomination
    WHERE nomination.turn >= 0 AND (nomination.employee_id <> $1 OR $1 IS NULL)
        AND EXISTS (
            SELECT 1
            FROM grants held
            WHERE held.account_id = $2 AND held.access = 'hr_lead'
                AND held.from_on <= $3 AND (held.until_on IS NULL OR held.until_on >= $3)
        )
    LIMIT $4
) waiting
