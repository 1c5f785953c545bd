-- Before a read of waivers: those that a viewer is shown with everybody else's, as HR of the person's site, as an HR lead
-- or as an auditor; never those for themselves. $1 the viewer's own record (may be null), $2 their account, $3 the day.
WITH waiver AS (
    SELECT asked.*, employee.number, employee.full_name, employee.site,
        COALESCE(asker.full_name, asking.sign_in_name) AS asked_by_name,
        COALESCE(answerer.full_name, answering.sign_in_name) AS answered_by_name
    FROM waivers asked
    JOIN employees employee ON employee.id = asked.employee_id
    JOIN accounts asking ON asking.id = asked.asked_by
    LEFT JOIN employees asker ON asker.id = asking.employee_id
    LEFT JOIN accounts answering ON answering.id = asked.answered_by
    LEFT JOIN employees answerer ON answerer.id = answering.employee_id
    WHERE (asked.employee_id <> $1 OR $1 IS NULL)
        AND EXISTS (
            SELECT 1
            FROM grants held
            WHERE held.account_id = $2
                AND (held.access IN ('hr_lead', 'auditor') OR (held.access = 'hr_partner' AND held.site = employee.site))
                AND held.from_on <= $3 AND (held.until_on IS NULL OR held.until_on >= $3)
        )
)
