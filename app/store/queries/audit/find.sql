SELECT entry.id, entry.recorded_at, entry.account_id, entry.on_behalf_of, entry.request_id, entry.act,
    entry.subject_kind, entry.subject_id, entry.detail, actor.sign_in_name AS actor, behalf.full_name AS behalf,
    person.number, person.full_name, account.sign_in_name
FROM audit_entries entry
LEFT JOIN accounts actor ON actor.id = entry.account_id
LEFT JOIN employees behalf ON behalf.id = entry.on_behalf_of
LEFT JOIN employees person ON person.id = entry.subject_id
LEFT JOIN accounts account ON account.id = entry.subject_id
WHERE entry.id = $1
