-- And puts them into the lines in which they stand now.
WITH RECURSIVE moved (id) AS (
    SELECT unhex(value) FROM json_each($1)
    UNION
    SELECT below.id FROM moved JOIN employees below ON below.manager_id = moved.id
),
line (manager_id, employee_id, depth, name_key) AS (
    SELECT employee.manager_id, employee.id, 1, employee.name_key
    FROM moved
    JOIN employees employee ON employee.id = moved.id
    WHERE employee.manager_id IS NOT NULL
    UNION ALL
    SELECT above.manager_id, line.employee_id, line.depth + 1, line.name_key
    FROM line
    JOIN employees above ON above.id = line.manager_id
    WHERE above.manager_id IS NOT NULL AND line.depth < 64
)
INSERT INTO reporting_lines (manager_id, employee_id, depth, name_key)
SELECT manager_id, employee_id, MIN(depth), name_key
FROM line
GROUP BY manager_id, employee_id, name_key
