INSERT INTO letters (act_id, nomination_id, kind, addressee, language, title, body)
VALUES ($1, $2, $3, $4, $5, $6, $7)
