-- The latest first, before an id.
SELECT news.id, news.told_at, news.read_at, news.move_id, moved.kind, moved.from_job, moved.job, moved.state,
    news.waiver_id, waiver.track, waiver.criterion, employee.id AS employee_id, employee.number, employee.full_name
FROM record_news news
LEFT JOIN moves moved ON moved.id = news.move_id
LEFT JOIN waivers waiver ON waiver.id = news.waiver_id
JOIN employees employee ON employee.id = COALESCE(moved.employee_id, waiver.employee_id)
WHERE news.account_id = $1 AND news.id < $2
ORDER BY news.id DESC
LIMIT $3
