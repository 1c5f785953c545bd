-- How many of the people $1 are not assessed as they are on the day $2.
SELECT COUNT(*)
FROM employees
WHERE id IN (SELECT unhex(value) FROM json_each($1)) AND NOT (assessed_revision = revision AND (stale_on IS NULL OR stale_on > $2))
