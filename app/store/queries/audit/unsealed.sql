-- What waits is few, and read first: CROSS JOIN keeps SQLite from walking through all entries in their order.
SELECT entry.id, entry.recorded_at, entry.account_id, entry.on_behalf_of, entry.request_id, entry.act,
    entry.subject_kind, entry.subject_id, entry.detail
FROM audit_unsealed waiting
CROSS JOIN audit_entries entry
WHERE entry.id = waiting.entry_id
ORDER BY entry.recorded_at, entry.id
LIMIT $1
