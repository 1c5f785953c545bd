-- Who reports directly to $1, or to somebody whom they stand in for on the day $2, and has not left by then: after the
-- name $3 and the id $4, at most $5; and on any track, where given, of the status $6, eligible no later than $7, no
-- longer so from no later than $8.
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
    AND (employee.left_on IS NULL OR employee.left_on >= $2)
    AND (employee.name_key, employee.id) > ($3, $4)
    AND (
        $6 IS NULL
        OR EXISTS (
            SELECT 1
            FROM assessments stored
            WHERE stored.employee_id = employee.id AND stored.status = $6
                AND ($7 IS NULL OR stored.earliest_on <= $7) AND ($8 IS NULL OR stored.lapses_on <= $8)
        )
    )
ORDER BY employee.name_key, employee.id
LIMIT $5
