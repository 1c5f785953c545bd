UPDATE waivers SET state = $2, answered_by = $3, answered_at = $4, answer_words = $5 WHERE id = $1 AND state = 'asked'
