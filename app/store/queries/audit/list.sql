SELECT id, recorded_at, account_id, on_behalf_of, request_id, act, subject_kind, subject_id, detail
FROM audit_entries
WHERE (recorded_at, id) < ($1, $2)
ORDER BY recorded_at DESC, id DESC
LIMIT $3
