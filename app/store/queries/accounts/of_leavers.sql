SELECT account.id, account.sign_in_name, account.employee_id, account.must_change_password, account.disabled_at
FROM employees employee
JOIN accounts account ON account.employee_id = employee.id
WHERE employee.left_on < $1 AND account.disabled_at IS NULL
ORDER BY employee.left_on, employee.id
LIMIT $2
