INSERT INTO evidence (id, nomination_id, moment, document, digest, frozen_at)
VALUES ($1, $2, $3, $4, $5, $6)
