SELECT id FROM changes WHERE applied_at IS NULL AND prepared_at < $1 ORDER BY prepared_at, id
