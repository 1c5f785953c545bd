INSERT INTO sign_in_failures (id, subject, failed_at) VALUES ($1, $2, $3)
