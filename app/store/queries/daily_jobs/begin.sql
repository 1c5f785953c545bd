INSERT INTO daily_jobs (name, holder, until_at)
VALUES ($1, $2, $3)
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at
WHERE (daily_jobs.done_on IS NULL OR daily_jobs.done_on < $5)
    AND (daily_jobs.holder = excluded.holder OR daily_jobs.until_at <= $4)
