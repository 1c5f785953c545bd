SELECT tables.name || ' ' || columns.name || ' ' || columns.type
    || CASE WHEN columns."notnull" = 1 THEN ' not null' ELSE '' END
    || CASE WHEN columns.pk > 0 THEN ' key ' || columns.pk ELSE '' END
FROM sqlite_schema tables, pragma_table_info(tables.name) columns
WHERE tables.type = 'table' AND tables.name <> '_sqlx_migrations'
UNION ALL
SELECT entries.line || ' (' || group_concat(entries.name, ', ') || ')' || entries.rest
FROM (
    SELECT tables.name || ' index ' || indexes.name AS line, columns.name,
        CASE WHEN indexes."unique" = 1 THEN ' unique' ELSE '' END
            || CASE WHEN indexes.partial = 1 THEN ' partial' ELSE '' END AS rest
    FROM sqlite_schema tables, pragma_index_list(tables.name) indexes, pragma_index_info(indexes.name) columns
    WHERE tables.type = 'table' AND tables.name <> '_sqlx_migrations' AND indexes.origin = 'c'
    ORDER BY indexes.name, columns.seqno
) entries
GROUP BY entries.line, entries.rest
UNION ALL
SELECT tables.name || ' ' || reference."from" || ' references ' || reference."table" || ' (' || reference."to" || ')'
FROM sqlite_schema tables, pragma_foreign_key_list(tables.name) reference
WHERE tables.type = 'table'
