-- What somebody did, the latest first.
SELECT entry.id, entry.recorded_at, entry.account_id, entry.on_behalf_of, entry.request_id, entry.act,
    entry.subject_kind, entry.subject_id, entry.detail, actor.sign_in_name AS actor, behalf.full_name AS behalf,
    person.number, person.full_name, account.sign_in_name
FROM (
    SELECT id, recorded_at, account_id, on_behalf_of, request_id, act, subject_kind, subject_id, detail
    FROM audit_entries
    WHERE (recorded_at, id) < ($1, $2)
        AND recorded_at >= $3
        AND (act = $4 OR $4 IS NULL)
        AND account_id = $5
        AND (subject_id = $6 OR $6 IS NULL)
    ORDER BY recorded_at DESC, id DESC
    LIMIT $7
) entry
LEFT JOIN accounts actor ON actor.id = entry.account_id
LEFT JOIN employees behalf ON behalf.id = entry.on_behalf_of
LEFT JOIN employees person ON person.id = entry.subject_id
LEFT JOIN accounts account ON account.id = entry.subject_id
ORDER BY entry.recorded_at DESC, entry.id DESC
