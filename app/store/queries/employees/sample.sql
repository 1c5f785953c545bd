SELECT id
FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY number) AS place, COUNT(*) OVER () AS people FROM employees) numbered
WHERE people <= $1 OR place % (people / $1) = 0
