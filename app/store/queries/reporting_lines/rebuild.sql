WITH RECURSIVE line (manager_id, employee_id, depth, name_key) AS (
    SELECT manager_id, id, 1, name_key FROM employees WHERE manager_id IS NOT NULL
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
