UPDATE uploads SET progress = $3, touched_at = $4 WHERE id = $1 AND run = $2
