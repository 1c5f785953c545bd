UPDATE changes SET undone_at = $2 WHERE id = $1 AND applied_at IS NOT NULL AND undone_at IS NULL
