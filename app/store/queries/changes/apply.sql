UPDATE changes SET applied_at = $2, counts = $3 WHERE id = $1 AND applied_at IS NULL
