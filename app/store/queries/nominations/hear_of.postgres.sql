-- What waits for HR hears that something was recorded of its candidates, and where they work now.
UPDATE nominations
SET site = employee.site,
    turn = CASE WHEN nominations.turn > 2 AND employee.revision > nominations.frozen_revision THEN 2 ELSE nominations.turn END
FROM employees employee
WHERE employee.id = nominations.employee_id AND nominations.turn IS NOT NULL
    AND nominations.employee_id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid))
