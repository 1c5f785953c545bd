UPDATE company SET is_demo = $1 WHERE id = 1
