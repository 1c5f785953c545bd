INSERT INTO news (account_id, act_id)
VALUES ($1, $2)
ON CONFLICT (account_id, act_id) DO NOTHING
