INSERT INTO uploads (id, account_id, name, mapping, replaced, stage, touched_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
