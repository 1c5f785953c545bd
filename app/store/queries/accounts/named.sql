SELECT id, sign_in_name, employee_id, must_change_password, disabled_at
FROM accounts
WHERE sign_in_name = $1
