-- How many of the people $1 are not assessed as they are on the day $2.
SELECT COUNT(*)
FROM employees
WHERE id = ANY(ARRAY(SELECT jsonb_array_elements_text($1::jsonb)::uuid)) AND NOT (assessed_revision = revision AND (stale_on IS NULL OR stale_on > $2))
