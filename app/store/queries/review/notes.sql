-- What reviewers noted of one, the oldest first: for who has noted something of their own, stands aside from nothing of
-- it, has not nominated the candidate and does not lead them.
SELECT note.id, note.nomination_id, note.account_id, note.words, note.written_at,
    COALESCE(person.full_name, account.sign_in_name) AS account_name
FROM review_notes note
JOIN nominations nomination ON nomination.id = note.nomination_id
JOIN employees employee ON employee.id = nomination.employee_id
LEFT JOIN accounts account ON account.id = note.account_id
LEFT JOIN employees person ON person.id = account.employee_id
WHERE note.nomination_id = $4
    AND EXISTS (
        SELECT 1
        FROM review_notes own
        WHERE own.nomination_id = note.nomination_id AND own.account_id = $2
    )
    AND NOT EXISTS (
        SELECT 1
        FROM recusals recusal
        WHERE recusal.nomination_id = note.nomination_id AND recusal.account_id = $2
    )
    AND (nomination.nominator_id <> $2 OR nomination.nominator_id IS NULL)
    AND NOT EXISTS (
        SELECT 1
        FROM reporting_lines line
        WHERE line.manager_id = $1 AND line.employee_id = nomination.employee_id
    )
    AND NOT EXISTS (
        SELECT 1
        FROM deputies deputy
        JOIN reporting_lines line ON line.manager_id = deputy.manager_id
        WHERE deputy.deputy_id = $1 AND deputy.from_on <= $3 AND deputy.until_on >= $3
            AND line.employee_id = nomination.employee_id
    )
