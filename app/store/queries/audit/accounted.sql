SELECT entry.id, COALESCE(seal.entry_id, waiting.entry_id) AS accounted
FROM (SELECT id FROM audit_entries WHERE id > $1 ORDER BY id LIMIT $2) entry
LEFT JOIN audit_seals seal ON seal.entry_id = entry.id
LEFT JOIN audit_unsealed waiting ON waiting.entry_id = entry.id
ORDER BY entry.id
