SELECT id, recorded_at, account_id, on_behalf_of, request_id, act, subject_kind, subject_id, detail
FROM audit_entries
WHERE subject_id = $1 AND id < $2
ORDER BY id DESC
LIMIT $3
