SELECT nomination.id, nomination.employee_id, nomination.track, nomination.state, nomination.since_on, nomination.answer_by,
    nomination.told_candidate, nomination.told_hr, nomination.nominator_id, nomination.on_behalf_of, nomination.case_text,
    nomination.case_facts, nomination.asked_on, nomination.reviewer_id, nomination.decider_id, nomination.effective_on,
    nomination.asked_hr, nomination.appealed, nomination.reopened_for, nomination.revision, nomination.attention,
    nomination.frozen_revision,
    employee.number, employee.full_name, employee.job, employee.site, employee.left_on, employee.manager_id,
    employee.revision AS employee_revision
FROM nominations nomination
JOIN employees employee ON employee.id = nomination.employee_id
WHERE nomination.id = $4
