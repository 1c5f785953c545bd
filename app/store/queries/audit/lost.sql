SELECT waiting.entry_id
FROM audit_unsealed waiting
WHERE NOT EXISTS (SELECT 1 FROM audit_entries entry WHERE entry.id = waiting.entry_id)
ORDER BY waiting.entry_id
LIMIT 1
