-- Waivers: asked for in a nomination, answered by another; a granted one is a fact of the person beside. Twin of
-- postgres/0010_waivers.sql.

CREATE TABLE waivers (
    id BLOB NOT NULL PRIMARY KEY,
    nomination_id BLOB NOT NULL REFERENCES nominations (id),
    employee_id BLOB NOT NULL REFERENCES employees (id),
    track TEXT NOT NULL,
    criterion TEXT NOT NULL,
    reason TEXT NOT NULL,
    words TEXT NOT NULL,
    from_on TEXT NOT NULL,
    -- Inclusive.
    until_on TEXT NOT NULL,
    asked_by BLOB NOT NULL REFERENCES accounts (id),
    asked_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'refused', 'lapsed', 'ended')),
    answered_by BLOB REFERENCES accounts (id),
    answered_at TEXT,
    answer_words TEXT,
    -- From this day on it counts no longer, whatever its last day.
    ended_on TEXT,
    ended_by BLOB REFERENCES accounts (id),
    end_words TEXT
) STRICT;
-- One question a person, track and criterion at a time.
CREATE UNIQUE INDEX waivers_open ON waivers (employee_id, track, criterion) WHERE state = 'asked';
CREATE INDEX waivers_by_nomination ON waivers (nomination_id, id);
CREATE INDEX waivers_by_employee ON waivers (employee_id, id);
CREATE INDEX waivers_by_asked_at ON waivers (asked_at);
