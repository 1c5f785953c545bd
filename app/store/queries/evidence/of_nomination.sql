SELECT id, nomination_id, moment, document, digest, frozen_at
FROM evidence
WHERE nomination_id = $1
ORDER BY id
