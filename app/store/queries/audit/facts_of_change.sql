-- What a change put in place of what: the facts that it superseded, and those that it recorded.
SELECT fact.kind, fact.key, fact.body, superseded.change_id IS NOT NULL AS is_before
FROM (
    SELECT id FROM facts WHERE recorded_in = $1
    UNION
    SELECT fact_id FROM supersessions WHERE change_id = $1
    LIMIT $2
) touched
JOIN facts fact ON fact.id = touched.id
LEFT JOIN supersessions superseded ON superseded.fact_id = fact.id AND superseded.change_id = $1
ORDER BY fact.kind, fact.key, fact.id
