SELECT seal.sequence, seal.entry_id, seal.hash, entry.id, entry.recorded_at, entry.account_id, entry.on_behalf_of,
    entry.request_id, entry.act, entry.subject_kind, entry.subject_id, entry.detail
FROM audit_seals seal
LEFT JOIN audit_entries entry ON entry.id = seal.entry_id
WHERE seal.sequence > $1
ORDER BY seal.sequence
LIMIT $2
