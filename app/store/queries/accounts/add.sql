INSERT INTO accounts (id, sign_in_name, employee_id, password_hash, must_change_password, created_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT DO NOTHING
