DELETE FROM assessments WHERE employee_id = $1
