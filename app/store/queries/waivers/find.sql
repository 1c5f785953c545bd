SELECT waiver.id, waiver.nomination_id, waiver.employee_id, waiver.track, waiver.criterion, waiver.reason, waiver.words,
    waiver.from_on, waiver.until_on, waiver.asked_by, waiver.asked_at, waiver.state, waiver.answered_by,
    waiver.answered_at, waiver.answer_words, waiver.ended_on, waiver.end_words,
    waiver.number, waiver.full_name, waiver.site, waiver.asked_by_name, waiver.answered_by_name
FROM waiver
WHERE waiver.id = $4
