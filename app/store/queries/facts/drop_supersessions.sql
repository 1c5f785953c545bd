DELETE FROM supersessions WHERE change_id = $1 AND fact_id IN (SELECT fact_id FROM supersessions WHERE change_id = $1 LIMIT $2)
