-- From unit to unit by the index, not through everyone.
WITH RECURSIVE units (unit) AS (
    SELECT MIN(employee.unit) FROM employees employee
    UNION ALL
    SELECT (SELECT MIN(further.unit) FROM employees further WHERE further.unit > units.unit)
    FROM units
    WHERE units.unit IS NOT NULL
)
SELECT units.unit FROM units WHERE units.unit IS NOT NULL
