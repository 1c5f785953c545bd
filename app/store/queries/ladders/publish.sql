INSERT INTO ladders (id, text, published_by, published_at) VALUES ($1, $2, $3, $4)
