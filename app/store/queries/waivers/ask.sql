INSERT INTO waivers (
    id, nomination_id, employee_id, track, criterion, reason, words, from_on, until_on, asked_by, asked_at, state
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'asked')
ON CONFLICT (employee_id, track, criterion) WHERE state = 'asked' DO NOTHING
