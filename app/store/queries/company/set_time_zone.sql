UPDATE company SET time_zone = $1 WHERE id = 1
