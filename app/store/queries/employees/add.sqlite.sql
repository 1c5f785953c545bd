INSERT INTO employees (id, number, full_name, name_key, job, manager_id, site, country, unit, hired_on, left_on, revision, assessed_revision)
SELECT unhex(row.value ->> 'id'), row.value ->> 'number', row.value ->> 'full_name', row.value ->> 'name_key',
    row.value ->> 'job', unhex(row.value ->> 'manager'), row.value ->> 'site', row.value ->> 'country',
    row.value ->> 'unit', row.value ->> 'hired_on', row.value ->> 'left_on', 1, 0
FROM jsonb_each($1) row
