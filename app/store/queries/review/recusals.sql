-- Who stands aside from one, the first first.
SELECT recusal.nomination_id, recusal.account_id, recusal.reason, recusal.recused_at,
    COALESCE(person.full_name, account.sign_in_name) AS account_name
FROM recusals recusal
LEFT JOIN accounts account ON account.id = recusal.account_id
LEFT JOIN employees person ON person.id = account.employee_id
WHERE recusal.nomination_id = $1
ORDER BY recusal.recused_at, recusal.account_id
LIMIT $2
