-- HR leads on the day $2. Whoever acted ($3, may be null) knows.
INSERT INTO news (account_id, act_id)
SELECT DISTINCT held.account_id, act.id
FROM nomination_acts act
CROSS JOIN grants held
WHERE act.id = $1 AND held.access = 'hr_lead' AND held.from_on <= $2 AND (held.until_on IS NULL OR held.until_on >= $2)
    AND (held.account_id <> $3 OR $3 IS NULL)
ON CONFLICT (account_id, act_id) DO NOTHING
