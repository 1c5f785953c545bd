-- What waits for HR, after a place in that order, and in a state and on a track where given. A part of scope/ says whose
-- queue it is.
SELECT nomination.id, nomination.employee_id, nomination.track, nomination.state, nomination.since_on, nomination.answer_by,
    nomination.told_candidate, nomination.told_hr, nomination.nominator_id, nomination.on_behalf_of, nomination.case_text,
    nomination.case_facts, nomination.asked_on, nomination.reviewer_id, nomination.decider_id, nomination.effective_on,
    nomination.asked_hr, nomination.appealed, nomination.reopened_for, nomination.revision, nomination.attention,
    nomination.frozen_revision,
    employee.number, employee.full_name, employee.job, employee.site, employee.left_on, employee.manager_id,
    employee.revision AS employee_revision,
    nomination.turn, COALESCE(person.full_name, account.sign_in_name) AS reviewer_name,
    EXISTS (
        SELECT 1
        FROM recusals recusal
        WHERE recusal.nomination_id = nomination.id AND recusal.account_id = $2
    ) AS is_recused
FROM nominations nomination
CROSS JOIN employees employee
LEFT JOIN accounts account ON account.id = nomination.reviewer_id
LEFT JOIN employees person ON person.id = account.employee_id
WHERE employee.id = nomination.employee_id
    AND nomination.turn IS NOT NULL AND (nomination.turn, nomination.since_on, nomination.id) > ($4, $5, $6)
    AND (nomination.state = $7 OR $7 IS NULL) AND (nomination.track = $8 OR $8 IS NULL)
    AND (nomination.employee_id <> $1 OR $1 IS NULL)
