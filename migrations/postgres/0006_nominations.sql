-- From nomination to move. Twin of sqlite/0006_nominations.sql.

CREATE TABLE nominations (
    id UUID NOT NULL PRIMARY KEY,
    employee_id UUID NOT NULL REFERENCES employees (id),
    track TEXT COLLATE "C" NOT NULL,
    -- Of a closed one, how it ended.
    state TEXT COLLATE "C" NOT NULL,
    is_open BOOLEAN NOT NULL,
    since_on DATE NOT NULL,
    -- The last day on which the answer that it waits for may come.
    answer_by DATE,
    -- Who knows of it beside the nominator: the candidate and the line; HR and the auditor.
    told_candidate BOOLEAN NOT NULL,
    told_hr BOOLEAN NOT NULL,
    nominator_id UUID REFERENCES accounts (id),
    on_behalf_of UUID,
    case_text TEXT NOT NULL,
    -- Ids of facts, as JSON.
    case_facts TEXT NOT NULL,
    asked_on DATE,
    reviewer_id UUID REFERENCES accounts (id),
    decider_id UUID REFERENCES accounts (id),
    effective_on DATE,
    asked_hr BOOLEAN NOT NULL,
    appealed BOOLEAN NOT NULL,
    reopened_for TEXT,
    -- Counts every save.
    revision BIGINT NOT NULL,
    -- How much it needs a human, when it was frozen: 3 something is not known, 2 waived, 1 near a bound, 0 none.
    attention BIGINT NOT NULL,
    -- The revision of the person when it was frozen: a higher one now means that something was recorded since.
    frozen_revision BIGINT
);
-- One a person and track.
CREATE UNIQUE INDEX nominations_open ON nominations (employee_id, track) WHERE is_open;
CREATE INDEX nominations_by_employee ON nominations (employee_id, id);
CREATE INDEX nominations_by_nominator ON nominations (nominator_id, id);
CREATE INDEX nominations_by_state ON nominations (state, track, id);
CREATE INDEX nominations_by_answer_by ON nominations (answer_by) WHERE is_open AND answer_by IS NOT NULL;
CREATE INDEX nominations_by_effective_on ON nominations (effective_on) WHERE is_open AND effective_on IS NOT NULL;

-- Every act, for ever.
CREATE TABLE nomination_acts (
    id UUID NOT NULL PRIMARY KEY,
    nomination_id UUID NOT NULL REFERENCES nominations (id),
    act TEXT NOT NULL,
    from_state TEXT,
    to_state TEXT NOT NULL,
    -- Empty: the clock.
    account_id UUID,
    on_behalf_of UUID,
    acted_at TIMESTAMPTZ NOT NULL,
    -- Codes, as JSON.
    reasons TEXT NOT NULL,
    words TEXT
);
CREATE INDEX nomination_acts_by_nomination ON nomination_acts (nomination_id, id);

-- What was known when it mattered, for ever.
CREATE TABLE evidence (
    id UUID NOT NULL PRIMARY KEY,
    nomination_id UUID NOT NULL REFERENCES nominations (id),
    moment TEXT NOT NULL CHECK (moment IN ('consent', 'decision', 'appeal')),
    -- Canonical JSON, and its SHA-256 in hexadecimal.
    document TEXT NOT NULL,
    digest TEXT NOT NULL,
    frozen_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX evidence_by_nomination ON evidence (nomination_id, id);

-- A manager holds somebody's moves, for a while.
CREATE TABLE holds (
    id UUID NOT NULL PRIMARY KEY,
    employee_id UUID NOT NULL REFERENCES employees (id),
    reason TEXT NOT NULL,
    words TEXT,
    placed_by UUID NOT NULL REFERENCES accounts (id),
    on_behalf_of UUID,
    placed_at TIMESTAMPTZ NOT NULL,
    from_on DATE NOT NULL,
    -- Inclusive.
    until_on DATE NOT NULL,
    renewed_by UUID REFERENCES accounts (id),
    ended_by UUID REFERENCES accounts (id),
    ended_on DATE
);
CREATE INDEX holds_by_employee ON holds (employee_id, until_on);

-- Who is told: HR of a site, and HR leads.
CREATE INDEX grants_by_access ON grants (access, site, from_on);

-- Who was told of which act.
CREATE TABLE news (
    account_id UUID NOT NULL REFERENCES accounts (id),
    act_id UUID NOT NULL REFERENCES nomination_acts (id),
    read_at TIMESTAMPTZ,
    PRIMARY KEY (account_id, act_id)
);
CREATE INDEX news_unread ON news (account_id) WHERE read_at IS NULL;

CREATE TRIGGER nomination_acts_are_final BEFORE UPDATE OR DELETE ON nomination_acts
FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_is_final BEFORE UPDATE OR DELETE ON evidence
FOR EACH ROW EXECUTE FUNCTION refuse_change();
