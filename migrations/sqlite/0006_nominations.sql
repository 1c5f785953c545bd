-- From nomination to move. Twin of postgres/0006_nominations.sql.

CREATE TABLE nominations (
    id BLOB NOT NULL PRIMARY KEY,
    employee_id BLOB NOT NULL REFERENCES employees (id),
    track TEXT NOT NULL,
    -- Of a closed one, how it ended.
    state TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    since_on TEXT NOT NULL,
    -- The last day on which the answer that it waits for may come.
    answer_by TEXT,
    -- Who knows of it beside the nominator: the candidate and the line; HR and the auditor.
    told_candidate INTEGER NOT NULL,
    told_hr INTEGER NOT NULL,
    nominator_id BLOB REFERENCES accounts (id),
    on_behalf_of BLOB,
    case_text TEXT NOT NULL,
    -- Ids of facts, as JSON.
    case_facts TEXT NOT NULL,
    asked_on TEXT,
    reviewer_id BLOB REFERENCES accounts (id),
    decider_id BLOB REFERENCES accounts (id),
    effective_on TEXT,
    asked_hr INTEGER NOT NULL,
    appealed INTEGER NOT NULL,
    reopened_for TEXT,
    -- Counts every save.
    revision INTEGER NOT NULL,
    -- How much it needs a human, when it was frozen: 3 something is not known, 2 waived, 1 near a bound, 0 none.
    attention INTEGER NOT NULL,
    -- The revision of the person when it was frozen: a higher one now means that something was recorded since.
    frozen_revision INTEGER
) STRICT;
-- One a person and track.
CREATE UNIQUE INDEX nominations_open ON nominations (employee_id, track) WHERE is_open;
CREATE INDEX nominations_by_employee ON nominations (employee_id, id);
CREATE INDEX nominations_by_nominator ON nominations (nominator_id, id);
CREATE INDEX nominations_by_state ON nominations (state, track, id);
CREATE INDEX nominations_by_answer_by ON nominations (answer_by) WHERE is_open AND answer_by IS NOT NULL;
CREATE INDEX nominations_by_effective_on ON nominations (effective_on) WHERE is_open AND effective_on IS NOT NULL;

-- Every act, for ever.
CREATE TABLE nomination_acts (
    id BLOB NOT NULL PRIMARY KEY,
    nomination_id BLOB NOT NULL REFERENCES nominations (id),
    act TEXT NOT NULL,
    from_state TEXT,
    to_state TEXT NOT NULL,
    -- Empty: the clock.
    account_id BLOB,
    on_behalf_of BLOB,
    acted_at TEXT NOT NULL,
    -- Codes, as JSON.
    reasons TEXT NOT NULL,
    words TEXT
) STRICT;
CREATE INDEX nomination_acts_by_nomination ON nomination_acts (nomination_id, id);

-- What was known when it mattered, for ever.
CREATE TABLE evidence (
    id BLOB NOT NULL PRIMARY KEY,
    nomination_id BLOB NOT NULL REFERENCES nominations (id),
    moment TEXT NOT NULL CHECK (moment IN ('consent', 'decision', 'appeal')),
    -- Canonical JSON, and its SHA-256 in hexadecimal.
    document TEXT NOT NULL,
    digest TEXT NOT NULL,
    frozen_at TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_nomination ON evidence (nomination_id, id);

-- A manager holds somebody's moves, for a while.
CREATE TABLE holds (
    id BLOB NOT NULL PRIMARY KEY,
    employee_id BLOB NOT NULL REFERENCES employees (id),
    reason TEXT NOT NULL,
    words TEXT,
    placed_by BLOB NOT NULL REFERENCES accounts (id),
    on_behalf_of BLOB,
    placed_at TEXT NOT NULL,
    from_on TEXT NOT NULL,
    -- Inclusive.
    until_on TEXT NOT NULL,
    renewed_by BLOB REFERENCES accounts (id),
    ended_by BLOB REFERENCES accounts (id),
    ended_on TEXT
) STRICT;
CREATE INDEX holds_by_employee ON holds (employee_id, until_on);

-- Who is told: HR of a site, and HR leads.
CREATE INDEX grants_by_access ON grants (access, site, from_on);

-- Who was told of which act.
CREATE TABLE news (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    act_id BLOB NOT NULL REFERENCES nomination_acts (id),
    read_at TEXT,
    PRIMARY KEY (account_id, act_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX news_unread ON news (account_id) WHERE read_at IS NULL;

CREATE TRIGGER nomination_acts_are_final_update BEFORE UPDATE ON nomination_acts
BEGIN SELECT RAISE(ABORT, 'acts are final'); END;
CREATE TRIGGER nomination_acts_are_final_delete BEFORE DELETE ON nomination_acts
BEGIN SELECT RAISE(ABORT, 'acts are final'); END;
CREATE TRIGGER evidence_is_final_update BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is final'); END;
CREATE TRIGGER evidence_is_final_delete BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is final'); END;
