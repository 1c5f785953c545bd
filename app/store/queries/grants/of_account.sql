SELECT id, account_id, access, site, from_on, until_on
FROM grants
WHERE account_id = $1
ORDER BY from_on, id
