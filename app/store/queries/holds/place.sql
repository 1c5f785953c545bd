INSERT INTO holds (id, employee_id, reason, words, placed_by, on_behalf_of, placed_at, from_on, until_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
