INSERT INTO nomination_acts (
    id, nomination_id, act, from_state, to_state, account_id, on_behalf_of, acted_at, reasons, words
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
