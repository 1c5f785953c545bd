INSERT INTO grants (id, account_id, access, site, from_on, until_on, granted_by)
VALUES ($1, $2, $3, $4, $5, $6, $7)
