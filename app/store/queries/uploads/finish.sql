UPDATE uploads SET stage = $3, result = $4, run = NULL, progress = NULL, touched_at = $5 WHERE id = $1 AND run = $2
