UPDATE employees
SET assessed_revision = (row ->> 1)::bigint, assessed_ladder = $2, stale_on = (row ->> 2)::date
FROM jsonb_array_elements($1::jsonb) AS row
WHERE employees.id = (row ->> 0)::uuid
