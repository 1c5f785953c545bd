SELECT id FROM employees WHERE number = $1
