-- The latest first.
SELECT hold.id, hold.employee_id, hold.reason, hold.words, hold.placed_by, hold.on_behalf_of, hold.from_on,
    hold.until_on, hold.renewed_by, hold.ended_on
FROM holds hold
WHERE hold.employee_id = $1
ORDER BY hold.until_on DESC, hold.id DESC
LIMIT $2
