UPDATE changes SET prepared_at = $2 WHERE id = $1 AND applied_at IS NULL
