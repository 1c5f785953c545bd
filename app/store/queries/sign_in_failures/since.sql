-- At most $3 of the latest: more of them slow down no further.
SELECT failed_at
FROM sign_in_failures
WHERE subject = $1 AND failed_at > $2
ORDER BY failed_at DESC
LIMIT $3
