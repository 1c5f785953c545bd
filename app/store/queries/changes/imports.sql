SELECT id, origin, recorded_by, recorded_at, reason, digest, counts
FROM changes
WHERE origin = 'import' AND applied_at IS NOT NULL AND undone_at IS NULL AND (recorded_at, id) < ($1, $2)
ORDER BY recorded_at DESC, id DESC
LIMIT $3
