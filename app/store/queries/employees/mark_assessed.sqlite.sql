UPDATE employees
SET assessed_revision = row.value ->> 1, assessed_ladder = $2, stale_on = row.value ->> 2
FROM jsonb_each($1) row
WHERE employees.id = unhex(row.value ->> 0)
