SELECT COUNT(*) FROM news WHERE account_id = $1 AND read_at IS NULL
