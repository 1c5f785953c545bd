SELECT path, body FROM kept_posts WHERE account_id = $1 AND kept_at > $2
