-- From site to site by the index, not through everyone.
WITH RECURSIVE sites (site) AS (
    SELECT MIN(employee.site) FROM employees employee
    UNION ALL
    SELECT (SELECT MIN(further.site) FROM employees further WHERE further.site > sites.site)
    FROM sites
    WHERE sites.site IS NOT NULL
)
SELECT sites.site FROM sites WHERE sites.site IS NOT NULL
