SELECT file, number, bytes FROM upload_pieces
WHERE upload_id = $1 AND (file, number) > ($2, $3)
ORDER BY file, number
LIMIT 1
