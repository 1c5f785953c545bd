SELECT id FROM nominations WHERE is_open AND employee_id = $1 AND track = $2
