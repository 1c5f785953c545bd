INSERT INTO supersessions (fact_id, change_id) SELECT unhex(value), $2 FROM json_each($1)
