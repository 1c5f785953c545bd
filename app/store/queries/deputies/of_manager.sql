SELECT id, manager_id, deputy_id, from_on, until_on
FROM deputies
WHERE manager_id = $1
ORDER BY from_on, id
