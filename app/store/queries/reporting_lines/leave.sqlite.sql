-- Takes those whose manager changed, and everyone below them, out of all lines that they stand in as reports.
WITH RECURSIVE moved (id) AS (
    SELECT unhex(value) FROM json_each($1)
    UNION
    SELECT below.id FROM moved JOIN employees below ON below.manager_id = moved.id
)
DELETE FROM reporting_lines WHERE employee_id IN (SELECT id FROM moved)
