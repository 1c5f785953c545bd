-- Those asked for since $4, by whom they are for, the most first.
SELECT waiver.number, waiver.full_name, COUNT(*) AS asked, SUM(CASE WHEN waiver.state = 'asked' THEN 1 ELSE 0 END) AS open,
    SUM(CASE WHEN waiver.state IN ('granted', 'ended') THEN 1 ELSE 0 END) AS granted,
    SUM(CASE WHEN waiver.state = 'refused' THEN 1 ELSE 0 END) AS refused
FROM waiver
WHERE waiver.asked_at >= $4
GROUP BY waiver.number, waiver.full_name
ORDER BY 3 DESC, waiver.number
LIMIT $5
