ORDER BY note.id
LIMIT $5
