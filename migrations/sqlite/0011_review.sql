-- Review: in which order nominations wait for HR, what reviewers noted, who stands aside. Twin of
-- postgres/0011_review.sql.

-- Of one that waits for HR, what puts it before others: 0 something is not known, 1 a criterion is waived, 2 something was
-- recorded of the candidate since it was frozen, 3 it is near a bound, 4 nothing. Empty: it does not wait for HR.
ALTER TABLE nominations ADD COLUMN turn INTEGER;
-- Of one that waits for HR, where the candidate works: whose queue it is in.
ALTER TABLE nominations ADD COLUMN site TEXT;
UPDATE nominations
SET site = employee.site,
    turn = CASE
        WHEN nominations.attention >= 2 THEN 3 - nominations.attention
        WHEN employee.revision > nominations.frozen_revision THEN 2
        ELSE 4 - nominations.attention
    END
FROM employees employee
WHERE employee.id = nominations.employee_id AND nominations.state IN ('submitted', 'in_review', 'appealed');
-- What needs a human first, then what has waited longest: everywhere, at a site, for a track.
CREATE INDEX nominations_queue ON nominations (turn, since_on, id) WHERE turn IS NOT NULL;
CREATE INDEX nominations_queue_of_site ON nominations (site, turn, since_on, id) WHERE turn IS NOT NULL;
CREATE INDEX nominations_queue_of_track ON nominations (track, turn, since_on, id) WHERE turn IS NOT NULL;

-- What reviewers think: kept as it was written.
CREATE TABLE review_notes (
    id BLOB NOT NULL PRIMARY KEY,
    nomination_id BLOB NOT NULL REFERENCES nominations (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    words TEXT NOT NULL,
    written_at TEXT NOT NULL
) STRICT;
CREATE INDEX review_notes_by_nomination ON review_notes (nomination_id, account_id, id);

-- Who has no say in one, by their own word.
CREATE TABLE recusals (
    nomination_id BLOB NOT NULL REFERENCES nominations (id),
    account_id BLOB NOT NULL REFERENCES accounts (id),
    reason TEXT NOT NULL,
    recused_at TEXT NOT NULL,
    PRIMARY KEY (nomination_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER review_notes_are_final_update BEFORE UPDATE ON review_notes
BEGIN SELECT RAISE(ABORT, 'notes are final'); END;
CREATE TRIGGER review_notes_are_final_delete BEFORE DELETE ON review_notes
BEGIN SELECT RAISE(ABORT, 'notes are final'); END;
CREATE TRIGGER recusals_are_final_update BEFORE UPDATE ON recusals
BEGIN SELECT RAISE(ABORT, 'recusals are final'); END;
CREATE TRIGGER recusals_are_final_delete BEFORE DELETE ON recusals
BEGIN SELECT RAISE(ABORT, 'recusals are final'); END;
