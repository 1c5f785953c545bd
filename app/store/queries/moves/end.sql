UPDATE moves SET state = $2, ended_because = $3 WHERE id = $1 AND state = 'planned'
