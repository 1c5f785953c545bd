-- The oldest first.
SELECT waiver.id, waiver.nomination_id, waiver.employee_id, waiver.track, waiver.criterion, waiver.reason, waiver.words,
    waiver.from_on, waiver.until_on, waiver.asked_by, waiver.asked_at, waiver.state, waiver.answered_by,
    waiver.answered_at, waiver.answer_words, waiver.ended_on, waiver.end_words,
    employee.number, employee.full_name, employee.site,
    COALESCE(asker.full_name, asking.sign_in_name) AS asked_by_name,
    COALESCE(answerer.full_name, answering.sign_in_name) AS answered_by_name
FROM waivers waiver
JOIN employees employee ON employee.id = waiver.employee_id
JOIN accounts asking ON asking.id = waiver.asked_by
LEFT JOIN employees asker ON asker.id = asking.employee_id
LEFT JOIN accounts answering ON answering.id = waiver.answered_by
LEFT JOIN employees answerer ON answerer.id = answering.employee_id
WHERE waiver.nomination_id = $1
ORDER BY waiver.id
LIMIT $2
