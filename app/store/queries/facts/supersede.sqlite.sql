UPDATE facts SET superseded_in = $2 WHERE id IN (SELECT unhex(value) FROM json_each($1))
