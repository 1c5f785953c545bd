INSERT INTO review_notes (id, nomination_id, account_id, words, written_at)
VALUES ($1, $2, $3, $4, $5)
