-- The latest first, before the id $4: in the state $5, asked for by the account $6, for the person of the number $7, of
-- the criterion $9 of the track $8, each where given.
SELECT waiver.id, waiver.nomination_id, waiver.employee_id, waiver.track, waiver.criterion, waiver.reason, waiver.words,
    waiver.from_on, waiver.until_on, waiver.asked_by, waiver.asked_at, waiver.state, waiver.answered_by,
    waiver.answered_at, waiver.answer_words, waiver.ended_on, waiver.end_words,
    waiver.number, waiver.full_name, waiver.site, waiver.asked_by_name, waiver.answered_by_name
FROM waiver
WHERE waiver.id < $4 AND (waiver.state = $5 OR $5 IS NULL) AND (waiver.asked_by = $6 OR $6 IS NULL)
    AND (waiver.number = $7 OR $7 IS NULL) AND (waiver.track = $8 OR $8 IS NULL)
    AND (waiver.criterion = $9 OR $9 IS NULL)
ORDER BY waiver.id DESC
LIMIT $10
