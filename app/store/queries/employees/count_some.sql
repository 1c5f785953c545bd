SELECT COUNT(*)
FROM (
    SELECT 1
    FROM fitting employee
    WHERE employee.name_key >= $4 AND employee.name_key < $5
    LIMIT $12
) found
