-- Who of the people $4 is seen.
SELECT employee.id FROM employees employee WHERE employee.id IN (SELECT unhex(value) FROM json_each($4))
