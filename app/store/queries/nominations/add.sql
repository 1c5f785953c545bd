INSERT INTO nominations (
    id, employee_id, track, state, is_open, since_on, answer_by, told_candidate, told_hr, nominator_id, on_behalf_of,
    case_text, case_facts, asked_on, reviewer_id, decider_id, effective_on, asked_hr, appealed, reopened_for, revision,
    attention, frozen_revision
)
VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23
)
ON CONFLICT (employee_id, track) WHERE is_open DO NOTHING
