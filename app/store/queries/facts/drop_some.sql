DELETE FROM facts WHERE id IN (SELECT id FROM facts WHERE recorded_in = $1 LIMIT $2) RETURNING employee_id
