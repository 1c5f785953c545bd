SELECT session.token_hash, session.account_id, session.created_at, session.last_seen_at, session.ended_at
FROM sessions session
WHERE session.account_id = $1 AND session.ended_at IS NULL AND session.created_at > $2 AND session.last_seen_at > $3
ORDER BY session.last_seen_at DESC, session.token_hash
LIMIT $4
