-- Between a scope and a list: of the people in it those of the site $6, in the job $7, and on the track $8, or on any, of
-- the status $9, eligible no later than $10, no longer so from no later than $11; each where given. That names begin
-- with $4, and so come before $5, is for the list to ask: by an index of names, or along another.
,
fitting AS (
    SELECT employee.*
    FROM employee
    WHERE ($6 IS NULL OR employee.site = $6) AND ($7 IS NULL OR employee.job = $7)
        AND (
            ($8 IS NULL AND $9 IS NULL)
            OR EXISTS (
                SELECT 1
                FROM assessments stored
                WHERE stored.employee_id = employee.id
                    AND ($8 IS NULL OR stored.track = $8) AND ($9 IS NULL OR stored.status = $9)
                    AND ($10 IS NULL OR stored.earliest_on <= $10) AND ($11 IS NULL OR stored.lapses_on <= $11)
            )
        )
)
