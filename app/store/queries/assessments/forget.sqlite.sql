DELETE FROM assessments WHERE employee_id IN (SELECT unhex(value) FROM json_each($1))
