INSERT INTO record_news (account_id, id, move_id, waiver_id, told_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (account_id, id) DO NOTHING
