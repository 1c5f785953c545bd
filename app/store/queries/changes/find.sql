SELECT id, origin, recorded_by, recorded_at, reason, digest, counts
FROM changes
WHERE id = $1 AND applied_at IS NOT NULL AND undone_at IS NULL
