-- Appended to the read of a `nomination` and its candidate `employee`: only where the viewer has a part in it. $1 the
-- viewer's own record (may be null), $2 their account, $3 the day. A draft is the nominator's until the candidate was
-- asked; interest is between the employee and the direct manager, or HR; HR and auditors see what was handed in.
AND (
    (nomination.employee_id = $1 AND nomination.told_candidate)
    OR (nomination.nominator_id = $2 AND (nomination.employee_id <> $1 OR $1 IS NULL))
    OR (
        nomination.told_candidate
        AND EXISTS (
            SELECT 1
            FROM reporting_lines line
            WHERE line.manager_id = $1 AND line.employee_id = nomination.employee_id
                AND (line.depth = 1 OR nomination.state NOT IN ('interest', 'interest_with_hr', 'interest_declined'))
        )
    )
    OR (
        nomination.told_candidate
        AND EXISTS (
            SELECT 1
            FROM deputies deputy
            JOIN reporting_lines line
                ON line.manager_id = deputy.manager_id AND line.employee_id = nomination.employee_id
            WHERE deputy.deputy_id = $1 AND deputy.from_on <= $3 AND deputy.until_on >= $3
                AND nomination.employee_id <> $1
                AND (line.depth = 1 OR nomination.state NOT IN ('interest', 'interest_with_hr', 'interest_declined'))
        )
    )
    OR (
        nomination.told_hr AND (nomination.employee_id <> $1 OR $1 IS NULL)
        AND EXISTS (
            SELECT 1
            FROM grants held
            WHERE held.account_id = $2
                AND (held.access IN ('hr_lead', 'auditor') OR (held.access = 'hr_partner' AND held.site = employee.site))
                AND held.from_on <= $3 AND (held.until_on IS NULL OR held.until_on >= $3)
        )
    )
)
