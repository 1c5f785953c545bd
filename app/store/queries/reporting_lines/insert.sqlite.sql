-- $1: of each person the id, the name by which they are sorted, and who stands above them, the nearest first.
INSERT INTO reporting_lines (manager_id, employee_id, depth, name_key)
SELECT unhex(above.value), unhex(row.value ->> 0), above.key + 1, row.value ->> 1
FROM json_each($1) row, json_each(row.value, '$[2]') above
