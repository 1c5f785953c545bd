UPDATE employees SET assessed_revision = $2, assessed_ladder = $3 WHERE id = $1
