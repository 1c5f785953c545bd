SELECT account.id, account.sign_in_name, account.employee_id, account.must_change_password, account.disabled_at,
    account.password_hash, employee.left_on
FROM accounts account
LEFT JOIN employees employee ON employee.id = account.employee_id
WHERE account.id = $1
