-- Those asked for since $4, by criterion, the most first.
SELECT waiver.track, waiver.criterion, COUNT(*) AS asked, SUM(CASE WHEN waiver.state = 'asked' THEN 1 ELSE 0 END) AS open,
    SUM(CASE WHEN waiver.state IN ('granted', 'ended') THEN 1 ELSE 0 END) AS granted,
    SUM(CASE WHEN waiver.state = 'refused' THEN 1 ELSE 0 END) AS refused
FROM waiver
WHERE waiver.asked_at >= $4
GROUP BY waiver.track, waiver.criterion
ORDER BY 3 DESC, waiver.track, waiver.criterion
LIMIT $5
