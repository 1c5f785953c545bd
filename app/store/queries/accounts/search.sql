-- By what the name to sign in by begins with, or the name of whose account it is.
WITH found AS (
    SELECT by_name.id FROM (
        SELECT account.id FROM accounts account
        WHERE account.sign_in_name > $1 AND account.sign_in_name >= $3 AND account.sign_in_name < $4
        ORDER BY account.sign_in_name
        LIMIT $2
    ) by_name
    UNION
    SELECT account.id FROM employees employee
    JOIN accounts account ON account.employee_id = employee.id
    WHERE employee.name_key >= $3 AND employee.name_key < $4 AND account.sign_in_name > $1
)
SELECT account.id, account.sign_in_name, account.employee_id, account.must_change_password, account.disabled_at,
    account.password_hash IS NOT NULL AS has_password, employee.number, employee.full_name, employee.left_on,
    (SELECT MAX(session.last_seen_at) FROM sessions session WHERE session.account_id = account.id) AS last_seen_at
FROM found
JOIN accounts account ON account.id = found.id
LEFT JOIN employees employee ON employee.id = account.employee_id
ORDER BY account.sign_in_name
LIMIT $2
