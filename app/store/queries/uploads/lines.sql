SELECT number, line FROM upload_lines
WHERE upload_id = $1 AND section = $2 AND number > $3
ORDER BY number
LIMIT $4
