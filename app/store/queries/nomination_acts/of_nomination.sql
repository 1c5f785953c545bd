-- With the name of who acted: the person's, else the one they sign in by; and of whom they stood in for.
SELECT act.id, act.nomination_id, act.act, act.from_state, act.to_state, act.account_id, act.on_behalf_of, act.acted_at,
    act.reasons, act.words, COALESCE(person.full_name, account.sign_in_name) AS account_name,
    behalf.full_name AS on_behalf_of_name
FROM nomination_acts act
LEFT JOIN accounts account ON account.id = act.account_id
LEFT JOIN employees person ON person.id = account.employee_id
LEFT JOIN employees behalf ON behalf.id = act.on_behalf_of
WHERE act.nomination_id = $1
ORDER BY act.id
