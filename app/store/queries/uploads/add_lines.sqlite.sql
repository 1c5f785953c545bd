INSERT INTO upload_lines (upload_id, section, number, line)
SELECT $2, $3, (row.value ->> 0), row.value ->> 1
FROM jsonb_each($1) row
