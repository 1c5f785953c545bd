INSERT INTO record_news (account_id, id, move_id, waiver_id, told_at)
SELECT account.id, $2, $3, $4, $5
FROM accounts account
WHERE account.employee_id = $1
ON CONFLICT (account_id, id) DO NOTHING
