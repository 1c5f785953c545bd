UPDATE uploads SET name = $2, mapping = $3, replaced = $4, stage = $5, touched_at = $6
WHERE id = $1 AND stage NOT IN ('checking', 'applying', 'applied')
