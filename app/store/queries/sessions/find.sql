SELECT session.token_hash, session.account_id, session.created_at, session.last_seen_at, session.ended_at
FROM sessions session
WHERE session.token_hash = $1
