-- HR partners of the site $2 on the day $3; where there is none, HR leads. Whoever acted ($4, may be null) knows; who it
-- is about is told as the candidate, or not yet.
INSERT INTO news (account_id, act_id)
SELECT DISTINCT held.account_id, act.id
FROM nomination_acts act
CROSS JOIN grants held
WHERE act.id = $1 AND (
        (held.access = 'hr_partner' AND held.site = $2)
        OR (
            held.access = 'hr_lead'
            AND NOT EXISTS (
                SELECT 1
                FROM grants partner
                WHERE partner.access = 'hr_partner' AND partner.site = $2
                    AND partner.from_on <= $3 AND (partner.until_on IS NULL OR partner.until_on >= $3)
            )
        )
    )
    AND held.from_on <= $3 AND (held.until_on IS NULL OR held.until_on >= $3)
    AND (held.account_id <> $4 OR $4 IS NULL)
    AND NOT EXISTS (
        SELECT 1
        FROM accounts own
        JOIN nominations nomination ON nomination.employee_id = own.employee_id
        WHERE own.id = held.account_id AND nomination.id = act.nomination_id
    )
ON CONFLICT (account_id, act_id) DO NOTHING
