DELETE FROM sign_in_failures WHERE id = $1
