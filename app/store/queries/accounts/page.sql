SELECT account.id, account.sign_in_name, account.employee_id, account.must_change_password, account.disabled_at,
    account.password_hash IS NOT NULL AS has_password, employee.number, employee.full_name, employee.left_on,
    (SELECT MAX(session.last_seen_at) FROM sessions session WHERE session.account_id = account.id) AS last_seen_at
FROM accounts account
LEFT JOIN employees employee ON employee.id = account.employee_id
WHERE account.sign_in_name > $1
ORDER BY account.sign_in_name
LIMIT $2
