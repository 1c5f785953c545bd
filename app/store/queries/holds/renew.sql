UPDATE holds SET until_on = $2, renewed_by = $3 WHERE id = $1 AND renewed_by IS NULL AND ended_on IS NULL
