INSERT INTO deputies (id, manager_id, deputy_id, from_on, until_on)
VALUES ($1, $2, $3, $4, $5)
