INSERT INTO upload_lines (upload_id, section, number, line)
SELECT $2, $3, (row ->> 0)::bigint, row ->> 1
FROM jsonb_array_elements($1::jsonb) AS row
