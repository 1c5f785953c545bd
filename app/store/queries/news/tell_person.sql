INSERT INTO news (account_id, act_id)
SELECT account.id, act.id
FROM nomination_acts act
CROSS JOIN accounts account
WHERE act.id = $2 AND account.employee_id = $1
ON CONFLICT (account_id, act_id) DO NOTHING
