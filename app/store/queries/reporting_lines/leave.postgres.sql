-- Takes those whose manager changed, and everyone below them, out of all lines that they stand in as reports.
WITH RECURSIVE moved (id) AS (
    SELECT jsonb_array_elements_text($1::jsonb)::uuid
    UNION
    SELECT below.id FROM moved JOIN employees below ON below.manager_id = moved.id
)
DELETE FROM reporting_lines WHERE employee_id IN (SELECT id FROM moved)
