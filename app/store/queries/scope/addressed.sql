-- Appended behind `involved.sql` to the read of a `letter`: whose it is, HR of the candidate, and auditors. Who else has a
-- part in the nomination has the news of it, and not the letter.
AND (
    (letter.addressee = 'candidate' AND nomination.employee_id = $1)
    OR (
        (nomination.employee_id <> $1 OR $1 IS NULL)
        AND (
            (letter.addressee = 'nominator' AND nomination.nominator_id = $2)
            OR EXISTS (
                SELECT 1
                FROM grants held
                WHERE held.account_id = $2
                    AND (
                        held.access IN ('hr_lead', 'auditor') OR (held.access = 'hr_partner' AND held.site = employee.site)
                    )
                    AND held.from_on <= $3 AND (held.until_on IS NULL OR held.until_on >= $3)
            )
        )
    )
)
ORDER BY letter.act_id
