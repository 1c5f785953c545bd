-- Those asked for since $4, by who asked, the most first.
SELECT waiver.asked_by, waiver.asked_by_name, COUNT(*) AS asked, SUM(CASE WHEN waiver.state = 'asked' THEN 1 ELSE 0 END) AS open,
    SUM(CASE WHEN waiver.state IN ('granted', 'ended') THEN 1 ELSE 0 END) AS granted,
    SUM(CASE WHEN waiver.state = 'refused' THEN 1 ELSE 0 END) AS refused
FROM waiver
WHERE waiver.asked_at >= $4
GROUP BY waiver.asked_by, waiver.asked_by_name
ORDER BY 3 DESC, waiver.asked_by
LIMIT $5
