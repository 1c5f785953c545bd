-- The latest first, before an id. With the letter of whose record is $4 (may be null), where it is their own.
SELECT news.act_id, news.read_at, act.nomination_id, act.act, act.to_state, act.acted_at, nomination.track,
    employee.number, employee.full_name, nomination.employee_id, letter.kind AS letter
FROM news
JOIN nomination_acts act ON act.id = news.act_id
JOIN nominations nomination ON nomination.id = act.nomination_id
JOIN employees employee ON employee.id = nomination.employee_id
LEFT JOIN letters letter
    ON letter.act_id = news.act_id
    AND (
        (letter.addressee = 'candidate' AND nomination.employee_id = $4)
        OR (letter.addressee = 'nominator' AND nomination.nominator_id = $1)
    )
WHERE news.account_id = $1 AND news.act_id < $2
ORDER BY news.act_id DESC
LIMIT $3
