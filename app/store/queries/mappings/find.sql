SELECT name, text, saved_at FROM mappings WHERE name = $1
