INSERT INTO ladders (id, number, text, published_by, published_at)
SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4 FROM ladders
