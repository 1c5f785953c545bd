WITH tables AS (
    SELECT oid, relname AS name
    FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_sqlx_migrations'
),
columns AS (
    SELECT attrelid AS of, attnum AS number, attname AS name, atttypid AS type, attnotnull AS required
    FROM pg_attribute
    WHERE attnum > 0 AND NOT attisdropped
)
SELECT tables.name || ' ' || columns.name || ' ' || types.typname
    || CASE WHEN columns.required THEN ' not null' ELSE '' END
    || COALESCE(' key ' || (
        SELECT keys.place
        FROM pg_index, unnest(pg_index.indkey::int2[]) WITH ORDINALITY AS keys (number, place)
        WHERE pg_index.indrelid = tables.oid AND pg_index.indisprimary AND keys.number = columns.number
    ), '')
FROM tables
JOIN columns ON columns.of = tables.oid
JOIN pg_type types ON types.oid = columns.type
UNION ALL
SELECT tables.name || ' index ' || names.relname || ' ('
    || string_agg(columns.name::text, ', ' ORDER BY keys.place) || ')'
    || CASE WHEN indexes.indisunique THEN ' unique' ELSE '' END
    || CASE WHEN indexes.indpred IS NOT NULL THEN ' partial' ELSE '' END
FROM tables
JOIN pg_index indexes ON indexes.indrelid = tables.oid
JOIN pg_class names ON names.oid = indexes.indexrelid
CROSS JOIN unnest(indexes.indkey::int2[]) WITH ORDINALITY AS keys (number, place)
JOIN columns ON columns.of = tables.oid AND columns.number = keys.number
WHERE NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexes.indexrelid AND contype IN ('p', 'u'))
GROUP BY tables.name, names.relname, indexes.indisunique, indexes.indpred IS NOT NULL
UNION ALL
SELECT tables.name || ' ' || own.name || ' references ' || others.name || ' (' || theirs.name || ')'
FROM pg_constraint reference
JOIN tables ON tables.oid = reference.conrelid
JOIN tables others ON others.oid = reference.confrelid
JOIN columns own ON own.of = tables.oid AND own.number = reference.conkey[1]
JOIN columns theirs ON theirs.of = others.oid AND theirs.number = reference.confkey[1]
WHERE reference.contype = 'f'
