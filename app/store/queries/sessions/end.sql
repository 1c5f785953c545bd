DELETE FROM sessions WHERE token_hash = $1 AND account_id = $2
