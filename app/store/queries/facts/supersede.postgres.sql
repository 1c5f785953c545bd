INSERT INTO supersessions (fact_id, change_id)
SELECT value::uuid, $2 FROM jsonb_array_elements_text($1::jsonb) AS value
