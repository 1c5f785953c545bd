UPDATE moves
SET state = 'made', change_id = $2, from_job = $3, from_site = $4, from_unit = $5, from_manager_id = $6, annual_pay = $7,
    currency = $8
WHERE id = $1 AND state = 'planned'
