UPDATE employees SET revision = revision + 1 WHERE id = $1 RETURNING revision
