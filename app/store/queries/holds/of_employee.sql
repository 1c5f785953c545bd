-- The latest first; with the names of those who had to do with it: the person's, else the one they sign in by.
SELECT hold.id, hold.employee_id, hold.reason, hold.words, hold.placed_by, hold.on_behalf_of, hold.from_on,
    hold.until_on, hold.renewed_by, hold.ended_on,
    COALESCE(placer.full_name, placed.sign_in_name) AS placed_by_name, behalf.full_name AS on_behalf_of_name,
    COALESCE(renewer.full_name, renewed.sign_in_name) AS renewed_by_name
FROM holds hold
JOIN accounts placed ON placed.id = hold.placed_by
LEFT JOIN employees placer ON placer.id = placed.employee_id
LEFT JOIN employees behalf ON behalf.id = hold.on_behalf_of
LEFT JOIN accounts renewed ON renewed.id = hold.renewed_by
LEFT JOIN employees renewer ON renewer.id = renewed.employee_id
WHERE hold.employee_id = $1
ORDER BY hold.until_on DESC, hold.id DESC
LIMIT $2
