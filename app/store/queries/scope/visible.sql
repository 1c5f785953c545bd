-- Before a list: the people in a viewer's scope, all of them, nobody twice. $1 the viewer's own record (may be null), $2
-- their account, $3 the day. What a list costs is what the scope holds; one by name is faster: visible_page.sql.
WITH visible AS (
    SELECT own.id
    FROM employees own
    WHERE own.id = $1
    UNION
    SELECT line.employee_id
    FROM reporting_lines line
    WHERE line.manager_id = $1
    UNION
    SELECT line.employee_id
    FROM deputies deputy
    JOIN reporting_lines line ON line.manager_id = deputy.manager_id
    WHERE deputy.deputy_id = $1 AND deputy.from_on <= $3 AND deputy.until_on >= $3
    UNION
    SELECT local.id
    FROM grants held
    JOIN employees local ON local.site = held.site
    WHERE held.account_id = $2 AND held.access = 'hr_partner'
        AND held.from_on <= $3 AND (held.until_on IS NULL OR held.until_on >= $3)
),
employee AS (
    SELECT people.*
    FROM visible
    CROSS JOIN employees people
    WHERE people.id = visible.id
)
