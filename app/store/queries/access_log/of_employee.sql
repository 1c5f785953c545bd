SELECT account_id, read_on
FROM access_log
WHERE employee_id = $1 AND (read_on, account_id) < ($2, $3)
ORDER BY read_on DESC, account_id DESC
LIMIT $4
