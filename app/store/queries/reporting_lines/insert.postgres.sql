-- $1: of each person the id, the name by which they are sorted, and who stands above them, the nearest first.
INSERT INTO reporting_lines (manager_id, employee_id, depth, name_key)
SELECT above.id::uuid, (row ->> 0)::uuid, above.depth, row ->> 1
FROM jsonb_array_elements($1::jsonb) AS row, jsonb_array_elements_text(row -> 2) WITH ORDINALITY AS above (id, depth)
