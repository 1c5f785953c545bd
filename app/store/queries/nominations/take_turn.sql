-- Where it stands in HR's queue, by what puts it before others ($2, null where it does not wait for HR), and by whether
-- something was recorded of the candidate since it was frozen.
UPDATE nominations
SET turn = CASE WHEN $2 > 2 AND employee.revision > nominations.frozen_revision THEN 2 ELSE $2 END,
    site = CASE WHEN $2 >= 0 THEN employee.site END
FROM employees employee
WHERE employee.id = nominations.employee_id AND nominations.id = $1
