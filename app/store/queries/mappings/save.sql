INSERT INTO mappings (name, text, saved_by, saved_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (name) DO UPDATE SET text = excluded.text, saved_by = excluded.saved_by, saved_at = excluded.saved_at
