-- Everything that waits for HR hears that something was recorded of its candidates.
UPDATE nominations
SET turn = 2
FROM employees employee
WHERE employee.id = nominations.employee_id AND nominations.turn > 2
    AND employee.revision > nominations.frozen_revision
