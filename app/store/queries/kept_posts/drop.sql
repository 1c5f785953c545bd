DELETE FROM kept_posts WHERE account_id = $1
