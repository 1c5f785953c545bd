-- Moves, planned and made. Twin of sqlite/0008_moves.sql.

CREATE TABLE moves (
    id UUID NOT NULL PRIMARY KEY,
    employee_id UUID NOT NULL REFERENCES employees (id),
    -- Empty: recorded by HR without one.
    nomination_id UUID REFERENCES nominations (id),
    kind TEXT NOT NULL CHECK (kind IN ('promotion', 'lateral', 'demotion', 'correction')),
    from_job TEXT COLLATE "C" NOT NULL,
    job TEXT COLLATE "C" NOT NULL,
    -- Where, and under whom; empty: as it is.
    site TEXT,
    unit TEXT,
    manager_id UUID,
    -- The agreed rise of pay, as a bundle writes numbers.
    rise_percent TEXT,
    reason TEXT,
    -- The first day in the new job.
    effective_on DATE NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'made', 'called_off', 'left', 'moved')),
    -- Of one that was called off, in words.
    ended_because TEXT,
    -- Empty: the program itself.
    planned_by UUID REFERENCES accounts (id),
    planned_at TIMESTAMPTZ NOT NULL,
    -- Of one that was made: the change that recorded its facts, what was so before, and what pay came to, where it is
    -- kept.
    change_id UUID REFERENCES changes (id),
    from_site TEXT,
    from_unit TEXT,
    from_manager_id UUID,
    annual_pay TEXT,
    currency TEXT
);
CREATE INDEX moves_by_employee ON moves (employee_id, effective_on, id);
CREATE INDEX moves_by_effective_on ON moves (effective_on, id);
CREATE INDEX moves_to_make ON moves (effective_on, id) WHERE state = 'planned';
-- One at a time.
CREATE UNIQUE INDEX moves_planned ON moves (employee_id) WHERE state = 'planned';
