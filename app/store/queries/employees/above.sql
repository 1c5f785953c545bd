-- How the person $1 stands above the person $3 on the day $2: by their own line, or by that of somebody for whom they
-- stand in. The nearest first, and of those their own.
SELECT above.depth, above.on_behalf_of
FROM (
    SELECT line.depth, NULL AS on_behalf_of, 0 AS stands_in
    FROM reporting_lines line
    WHERE line.manager_id = $1 AND line.employee_id = $3
    UNION ALL
    SELECT line.depth, line.manager_id AS on_behalf_of, 1 AS stands_in
    FROM deputies deputy
    JOIN reporting_lines line ON line.manager_id = deputy.manager_id AND line.employee_id = $3
    WHERE deputy.deputy_id = $1 AND deputy.from_on <= $2 AND deputy.until_on >= $2
) above
ORDER BY above.depth, above.stands_in, above.on_behalf_of
LIMIT 1
