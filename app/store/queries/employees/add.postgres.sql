INSERT INTO employees (id, number, full_name, name_key, job, manager_id, site, country, unit, hired_on, left_on, revision, assessed_revision)
SELECT row.id, row.number, row.full_name, row.name_key, row.job, row.manager, row.site, row.country, row.unit,
    row.hired_on, row.left_on, 1, 0
FROM jsonb_to_recordset($1::jsonb) AS row (
    id UUID, number TEXT, full_name TEXT, name_key TEXT, job TEXT, manager UUID, site TEXT, country TEXT, unit TEXT,
    hired_on DATE, left_on DATE
)
