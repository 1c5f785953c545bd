UPDATE sessions SET ended_at = $3 WHERE account_id = $1 AND token_hash <> $2 AND ended_at IS NULL
