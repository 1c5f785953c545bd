SELECT employee.id, employee.number, employee.full_name, employee.job, employee.manager_id, employee.site,
    employee.country, employee.unit, employee.hired_on, employee.left_on, employee.revision
FROM page
JOIN employees employee ON employee.id = page.id
ORDER BY page.name_key, page.id
LIMIT $9
