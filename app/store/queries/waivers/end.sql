UPDATE waivers
SET state = 'ended', ended_on = $2, ended_by = $3, end_words = $4
WHERE id = $1 AND state = 'granted'
