-- What waits for HR hears that something was recorded of its candidates, and where they work now.
UPDATE nominations
SET site = employee.site,
    turn = CASE WHEN nominations.turn > 2 AND employee.revision > nominations.frozen_revision THEN 2 ELSE nominations.turn END
FROM employees employee
WHERE employee.id = nominations.employee_id AND nominations.turn IS NOT NULL
    AND nominations.employee_id IN (SELECT unhex(value) FROM json_each($1))
