UPDATE nominations
SET state = $4, is_open = $5, since_on = $6, answer_by = $7, told_candidate = $8, told_hr = $9, nominator_id = $10,
    on_behalf_of = $11, case_text = $12, case_facts = $13, asked_on = $14, reviewer_id = $15, decider_id = $16,
    effective_on = $17, asked_hr = $18, appealed = $19, reopened_for = $20, revision = $21, attention = $22,
    frozen_revision = $23
WHERE id = $1 AND employee_id = $2 AND track = $3 AND revision = $21 - 1
