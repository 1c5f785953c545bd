INSERT INTO upload_pieces (upload_id, file, number, bytes) VALUES ($1, $2, $3, $4)
