SELECT (SELECT COUNT(*) FROM employees WHERE manager_id IN (SELECT unhex(value) FROM json_each($1)) AND id NOT IN (SELECT unhex(value) FROM json_each($1)))
    + (SELECT COUNT(*) FROM accounts WHERE employee_id IN (SELECT unhex(value) FROM json_each($1)))
    + (SELECT COUNT(*) FROM deputies WHERE manager_id IN (SELECT unhex(value) FROM json_each($1)))
    + (SELECT COUNT(*) FROM deputies WHERE deputy_id IN (SELECT unhex(value) FROM json_each($1)))
