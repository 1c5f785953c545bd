-- Who reports directly to $1, or to somebody whom they stand in for on the day $2: after the name $3 and the id $4, at
-- most $5.
SELECT employee.id, employee.number, employee.full_name, employee.job, employee.manager_id, employee.site,
    employee.country, employee.unit, employee.hired_on, employee.left_on, employee.revision
FROM employees employee
WHERE employee.manager_id IN (
        SELECT $1
        UNION
        SELECT deputy.manager_id
        FROM deputies deputy
        WHERE deputy.deputy_id = $1 AND deputy.from_on <= $2 AND deputy.until_on >= $2
    )
    AND (employee.name_key, employee.id) > ($3, $4)
ORDER BY employee.name_key, employee.id
LIMIT $5
