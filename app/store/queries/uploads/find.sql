SELECT id, account_id, name, mapping, replaced, stage, result, run, progress, touched_at FROM uploads WHERE id = $1 AND account_id = $2
