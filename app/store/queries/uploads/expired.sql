SELECT id FROM uploads WHERE touched_at < $1 ORDER BY touched_at, id LIMIT 100
