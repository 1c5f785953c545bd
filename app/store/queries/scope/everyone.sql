-- Before a list: the people of a viewer who sees everyone. $1 to $3 are what visible.sql takes.
WITH employee AS (
    SELECT * FROM employees
)
