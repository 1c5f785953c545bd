UPDATE holds SET ended_on = $2, ended_by = $3 WHERE id = $1 AND ended_on IS NULL
