INSERT INTO kept_posts (account_id, path, body, kept_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (account_id) DO UPDATE SET path = excluded.path, body = excluded.body, kept_at = excluded.kept_at
