INSERT INTO audit_seals (sequence, entry_id, hash) VALUES ($1, $2, $3)
