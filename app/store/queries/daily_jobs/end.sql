UPDATE daily_jobs SET done_on = $3, until_at = $4 WHERE name = $1 AND holder = $2
