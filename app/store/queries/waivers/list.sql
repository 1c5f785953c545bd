-- The latest first, before the id $4: in the state $5, asked for by the account $6, for the person of the number $7, of
-- the criterion $9 of the track $8, each where given.
SELECT waiver.id, waiver.nomination_id, waiver.employee_id, waiver.track, waiver.criterion, waiver.reason, waiver.words,
    waiver.from_on, waiver.until_on, waiver.asked_by, waiver.asked_at, waiver.state, waiver.answered_by,
    waiver.answered_at, waiver.answer_words, waiver.ended_on, waiver.end_words,
    waiver.number, waiver.full_name, waiver.site, waiver.asked_by_name, waiver.answered_by_name
FROM waiver
WHERE waiver.id < $4 AND ($5 IS NULL OR waiver.state = $5) AND ($6 IS NULL OR waiver.asked_by = $6)
    AND ($7 IS NULL OR waiver.number = $7) AND ($8 IS NULL OR waiver.track = $8)
    AND ($9 IS NULL OR waiver.criterion = $9)
ORDER BY waiver.id DESC
LIMIT $10
