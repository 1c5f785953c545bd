DELETE FROM kept_posts WHERE kept_at < $1
