DELETE FROM assessments WHERE employee_id IN (SELECT jsonb_array_elements_text($1::jsonb)::uuid)
