SELECT COUNT(*) FROM recusals WHERE nomination_id = $1 AND account_id = $2
