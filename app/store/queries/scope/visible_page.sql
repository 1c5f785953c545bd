-- The next people in a viewer's scope, by name: $1 their own record (may be null), $2 their account, $3 the day, after
-- the name $4 and the id $5, before the name $6, of the site $7 and the job $8 where given, at most $9. Every way of
-- being in scope gives its own next ones in order, nobody twice, so that no whole scope is gone through for one page.
WITH page AS (
    SELECT * FROM (
        SELECT own.id, own.name_key
        FROM employees own
        WHERE own.id = $1 AND (own.name_key, own.id) > ($4, $5) AND own.name_key < $6
            AND ($7 IS NULL OR own.site = $7) AND ($8 IS NULL OR own.job = $8)
    ) self
    UNION
    SELECT * FROM (
        SELECT line.employee_id AS id, line.name_key
        FROM reporting_lines line
        JOIN employees report ON report.id = line.employee_id
        WHERE line.manager_id = $1 AND (line.name_key, line.employee_id) > ($4, $5) AND line.name_key < $6
            AND ($7 IS NULL OR report.site = $7) AND ($8 IS NULL OR report.job = $8)
        ORDER BY line.name_key, line.employee_id
        LIMIT $9
    ) reports
    UNION
    SELECT * FROM (
        SELECT DISTINCT line.employee_id AS id, line.name_key
        FROM deputies deputy
        JOIN reporting_lines line ON line.manager_id = deputy.manager_id
        JOIN employees report ON report.id = line.employee_id
        WHERE deputy.deputy_id = $1 AND deputy.from_on <= $3 AND deputy.until_on >= $3
            AND (line.name_key, line.employee_id) > ($4, $5) AND line.name_key < $6
            AND ($7 IS NULL OR report.site = $7) AND ($8 IS NULL OR report.job = $8)
        ORDER BY line.name_key, id
        LIMIT $9
    ) stood_in_for
    UNION
    SELECT * FROM (
        SELECT local.id, local.name_key
        FROM (
            SELECT DISTINCT grants.site
            FROM grants
            WHERE grants.account_id = $2 AND grants.access = 'hr_partner'
                AND grants.from_on <= $3 AND (grants.until_on IS NULL OR grants.until_on >= $3)
        ) held
        CROSS JOIN employees local
        WHERE local.site = held.site
            AND (local.name_key, local.id) > ($4, $5) AND local.name_key < $6
            AND ($7 IS NULL OR local.site = $7) AND ($8 IS NULL OR local.job = $8)
        ORDER BY local.name_key, local.id
        LIMIT $9
    ) local_people
)
