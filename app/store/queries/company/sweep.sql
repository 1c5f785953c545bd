UPDATE company SET swept_on = $1 WHERE id = 1 AND (swept_on IS NULL OR swept_on < $1)
