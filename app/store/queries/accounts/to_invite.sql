-- Everyone employed on $1 who has no account; with $4 also those who never set a password.
SELECT employee.id AS employee_id, employee.number, employee.full_name, account.id AS account_id, account.sign_in_name
FROM employees employee
LEFT JOIN accounts account ON account.employee_id = employee.id
WHERE employee.number > $2
    AND employee.hired_on <= $1 AND (employee.left_on IS NULL OR employee.left_on >= $1)
    AND (account.id IS NULL OR ($4 AND account.password_hash IS NULL AND account.disabled_at IS NULL))
ORDER BY employee.number
LIMIT $3
