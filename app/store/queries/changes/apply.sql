UPDATE changes SET applied_at = $2, digest = $3, counts = $4 WHERE id = $1 AND applied_at IS NULL
