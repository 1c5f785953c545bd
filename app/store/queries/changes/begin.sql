INSERT INTO changes (id, origin, recorded_by, recorded_at, reason, digest, counts, prepared_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $4)
