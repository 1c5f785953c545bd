INSERT INTO recusals (nomination_id, account_id, reason, recused_at)
VALUES ($1, $2, $3, $4)
ON CONFLICT (nomination_id, account_id) DO NOTHING
