SELECT id FROM ladders ORDER BY published_at DESC, id DESC LIMIT 1
