DELETE FROM changes WHERE id = $1 AND applied_at IS NULL
