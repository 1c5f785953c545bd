UPDATE employees SET assessed_revision = $2, assessed_ladder = $3, stale_on = $4 WHERE id = $1
