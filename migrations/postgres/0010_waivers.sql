-- Waivers: asked for in a nomination, answered by another; a granted one is a fact of the person beside. Twin of
-- sqlite/0010_waivers.sql.

CREATE TABLE waivers (
    id UUID NOT NULL PRIMARY KEY,
    nomination_id UUID NOT NULL REFERENCES nominations (id),
    employee_id UUID NOT NULL REFERENCES employees (id),
    track TEXT COLLATE "C" NOT NULL,
    criterion TEXT COLLATE "C" NOT NULL,
    reason TEXT NOT NULL,
    words TEXT NOT NULL,
    from_on DATE NOT NULL,
    -- Inclusive.
    until_on DATE NOT NULL,
    asked_by UUID NOT NULL REFERENCES accounts (id),
    asked_at TIMESTAMPTZ NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('asked', 'granted', 'refused', 'lapsed', 'ended')),
    answered_by UUID REFERENCES accounts (id),
    answered_at TIMESTAMPTZ,
    answer_words TEXT,
    -- From this day on it counts no longer, whatever its last day.
    ended_on DATE,
    ended_by UUID REFERENCES accounts (id),
    end_words TEXT
);
-- One question a person, track and criterion at a time.
CREATE UNIQUE INDEX waivers_open ON waivers (employee_id, track, criterion) WHERE state = 'asked';
CREATE INDEX waivers_by_nomination ON waivers (nomination_id, id);
CREATE INDEX waivers_by_employee ON waivers (employee_id, id);
CREATE INDEX waivers_by_asked_at ON waivers (asked_at);
