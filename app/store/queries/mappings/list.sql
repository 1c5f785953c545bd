SELECT name, text, saved_at FROM mappings WHERE name > $1 ORDER BY name LIMIT $2
