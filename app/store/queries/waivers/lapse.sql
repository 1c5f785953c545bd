UPDATE waivers SET state = 'lapsed' WHERE nomination_id = $1 AND state = 'asked'
