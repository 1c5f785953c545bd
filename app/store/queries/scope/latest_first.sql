ORDER BY nomination.id DESC
LIMIT $5
