-- From site to site by the indexes, not through everyone: where people work, and for which there is an HR partner.
WITH RECURSIVE sites (site) AS (
    SELECT MIN(employee.site) FROM employees employee
    UNION ALL
    SELECT (SELECT MIN(further.site) FROM employees further WHERE further.site > sites.site)
    FROM sites
    WHERE sites.site IS NOT NULL
), looked_after (site) AS (
    SELECT MIN(held.site) FROM grants held WHERE held.access = 'hr_partner'
    UNION ALL
    SELECT (
        SELECT MIN(further.site) FROM grants further
        WHERE further.access = 'hr_partner' AND further.site > looked_after.site
    )
    FROM looked_after
    WHERE looked_after.site IS NOT NULL
)
SELECT sites.site FROM sites WHERE sites.site IS NOT NULL
UNION
SELECT looked_after.site FROM looked_after WHERE looked_after.site IS NOT NULL
ORDER BY site
