INSERT INTO leases (name, holder, until_at)
VALUES ($1, $2, $3)
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at
WHERE leases.holder = excluded.holder OR leases.until_at <= $4
