UPDATE uploads SET stage = $2, run = $3, progress = NULL, result = CASE WHEN $2 = 'applying' THEN result END, touched_at = $4
WHERE id = $1 AND stage <> 'applied' AND (stage NOT IN ('checking', 'applying') OR touched_at < $5)
