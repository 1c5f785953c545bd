SELECT (SELECT COUNT(*) FROM news WHERE account_id = $1 AND read_at IS NULL)
    + (SELECT COUNT(*) FROM record_news WHERE account_id = $1 AND read_at IS NULL)
