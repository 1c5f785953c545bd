INSERT INTO audit_entries (
    id, recorded_at, account_id, on_behalf_of, request_id, act, subject_kind, subject_id, detail
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
