WITH RECURSIVE line (manager_id, employee_id, depth) AS (
    SELECT manager_id, id, 1 FROM employees WHERE manager_id IS NOT NULL
    UNION ALL
    SELECT above.manager_id, line.employee_id, line.depth + 1
    FROM line
    JOIN employees above ON above.id = line.manager_id
    WHERE above.manager_id IS NOT NULL AND line.depth < 64
)
INSERT INTO reporting_lines (manager_id, employee_id, depth)
SELECT manager_id, employee_id, MIN(depth) FROM line GROUP BY manager_id, employee_id
