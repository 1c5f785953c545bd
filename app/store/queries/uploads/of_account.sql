SELECT id, account_id, name, mapping, replaced, stage, result, run, progress, touched_at FROM uploads WHERE account_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3
