SELECT id, revision FROM employees WHERE id IN (SELECT unhex(value) FROM json_each($1))
