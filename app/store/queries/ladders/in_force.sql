SELECT id, text FROM ladders ORDER BY number DESC LIMIT 1
