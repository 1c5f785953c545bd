-- Review: in which order nominations wait for HR, what reviewers noted, who stands aside. Twin of
-- sqlite/0011_review.sql.

-- Of one that waits for HR, what puts it before others: 0 something is not known, 1 a criterion is waived, 2 something was
-- recorded of the candidate since it was frozen, 3 it is near a bound, 4 nothing. Empty: it does not wait for HR.
ALTER TABLE nominations ADD COLUMN turn BIGINT;
-- Of one that waits for HR, where the candidate works: whose queue it is in.
ALTER TABLE nominations ADD COLUMN site TEXT COLLATE "C";
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
    id UUID NOT NULL PRIMARY KEY,
    nomination_id UUID NOT NULL REFERENCES nominations (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    words TEXT NOT NULL,
    written_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX review_notes_by_nomination ON review_notes (nomination_id, account_id, id);

-- Who has no say in one, by their own word.
CREATE TABLE recusals (
    nomination_id UUID NOT NULL REFERENCES nominations (id),
    account_id UUID NOT NULL REFERENCES accounts (id),
    reason TEXT NOT NULL,
    recused_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (nomination_id, account_id)
);

CREATE TRIGGER review_notes_are_final BEFORE UPDATE OR DELETE ON review_notes
FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER recusals_are_final BEFORE UPDATE OR DELETE ON recusals
FOR EACH ROW EXECUTE FUNCTION refuse_change();
