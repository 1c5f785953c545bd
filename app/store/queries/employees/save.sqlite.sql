INSERT INTO employees (id, number, full_name, name_key, job, site, country, unit, hired_on, left_on, revision, assessed_revision)
SELECT unhex(row.value ->> 'id'), row.value ->> 'number', row.value ->> 'full_name', row.value ->> 'name_key',
    row.value ->> 'job', row.value ->> 'site', row.value ->> 'country', row.value ->> 'unit',
    row.value ->> 'hired_on', row.value ->> 'left_on', 1, 0
FROM jsonb_each($1) row
WHERE TRUE
ON CONFLICT (id) DO UPDATE SET
    full_name = excluded.full_name, name_key = excluded.name_key, job = excluded.job, site = excluded.site,
    country = excluded.country, unit = excluded.unit, hired_on = excluded.hired_on, left_on = excluded.left_on,
    revision = employees.revision + 1
