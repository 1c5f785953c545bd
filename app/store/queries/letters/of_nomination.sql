SELECT letter.act_id, act.acted_at, letter.kind, letter.language, letter.title, letter.body
FROM letters letter
JOIN nomination_acts act ON act.id = letter.act_id
JOIN nominations nomination ON nomination.id = letter.nomination_id
JOIN employees employee ON employee.id = nomination.employee_id
WHERE letter.nomination_id = $4
