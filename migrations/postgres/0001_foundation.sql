-- What Nextrung keeps. Twin of sqlite/0001_foundation.sql: same tables, columns and names; a test compares both.
-- Ids are UUIDv7 made by the program, days are YYYY-MM-DD, instants UTC. No calendar arithmetic in SQL.

-- A change is one act that recorded facts: an import, a correction, a move. Facts count from the moment their change
-- is applied, all at once: an import of a million rows goes in by pieces, and then becomes true in one row.
CREATE TABLE changes (
    id UUID NOT NULL PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('import', 'account', 'move')),
    recorded_by UUID,
    recorded_at TIMESTAMPTZ NOT NULL,
    -- Why, where a person said so; of an import, what it was called.
    reason TEXT,
    -- Of an import: the SHA-256 of what came in, and counts as JSON.
    digest TEXT,
    counts TEXT,
    -- While an import is being prepared: its last sign of life.
    prepared_at TIMESTAMPTZ NOT NULL,
    applied_at TIMESTAMPTZ,
    undone_at TIMESTAMPTZ
);
CREATE INDEX changes_by_origin ON changes (origin, recorded_at, id);
CREATE INDEX changes_unapplied ON changes (prepared_at) WHERE applied_at IS NULL;

-- Everyone who is or was employed: what lists, searches and sorts need, derived from their facts in the writing
-- transaction. Pay, gender and birth year are in none of its columns.
CREATE TABLE employees (
    id UUID NOT NULL PRIMARY KEY,
    number TEXT COLLATE "C" NOT NULL,
    full_name TEXT NOT NULL,
    -- Folded by the program, so that both engines sort and search alike.
    name_key TEXT COLLATE "C" NOT NULL,
    job TEXT COLLATE "C" NOT NULL,
    manager_id UUID REFERENCES employees (id),
    site TEXT COLLATE "C",
    country TEXT,
    unit TEXT,
    hired_on DATE NOT NULL,
    left_on DATE,
    -- Raised by every write to the person's facts, before they are read: it locks the person.
    revision BIGINT NOT NULL,
    -- The revision, and the ladder, that the stored assessments were made from.
    assessed_revision BIGINT NOT NULL,
    assessed_ladder UUID,
    -- The first day on which the same facts could give another assessment on some track.
    stale_on DATE
);
CREATE UNIQUE INDEX employees_by_number ON employees (number);
CREATE INDEX employees_by_name ON employees (name_key, id);
CREATE INDEX employees_by_site ON employees (site, name_key, id);
CREATE INDEX employees_by_manager ON employees (manager_id, name_key, id);
CREATE INDEX employees_by_left_on ON employees (left_on, id) WHERE left_on IS NOT NULL;
CREATE INDEX employees_awaiting ON employees (id) WHERE assessed_revision < revision;
CREATE INDEX employees_by_stale_on ON employees (stale_on, id);

-- What is known of a person, in two times: when it held stands in the row itself (its own dates), when we knew it in
-- the changes that recorded and superseded it. A fact is never changed or erased: a correction supersedes it.
CREATE TABLE facts (
    id UUID NOT NULL PRIMARY KEY,
    -- No reference: an import's facts go in before its people, and both count from the same moment.
    employee_id UUID NOT NULL,
    -- The bundle's file, without its ending; 'pay' and 'identity' keep the sensitive columns of employees.csv apart.
    kind TEXT COLLATE "C" NOT NULL,
    -- The natural key beside the employee.
    key TEXT COLLATE "C" NOT NULL,
    -- The row, as JSON by column name.
    body TEXT NOT NULL,
    recorded_in UUID NOT NULL REFERENCES changes (id)
);
CREATE INDEX facts_by_employee ON facts (employee_id, kind, key);
CREATE INDEX facts_by_recorded_in ON facts (recorded_in);

-- Which change superseded which fact. A row of its own, so that a fact is never touched, and two changes that are being
-- prepared do not disturb each other.
CREATE TABLE supersessions (
    fact_id UUID NOT NULL REFERENCES facts (id),
    change_id UUID NOT NULL REFERENCES changes (id),
    PRIMARY KEY (fact_id, change_id)
);
CREATE INDEX supersessions_by_change ON supersessions (change_id, fact_id);

-- Who stands above whom, at any distance: worked out from managers and names in the transaction that writes these, and
-- therefore without references. The name is there so that whoever has 100,000 people reads one page of them.
CREATE TABLE reporting_lines (
    manager_id UUID NOT NULL,
    employee_id UUID NOT NULL,
    -- 1: a direct report.
    depth BIGINT NOT NULL CHECK (depth > 0),
    name_key TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (manager_id, employee_id)
);
CREATE INDEX reporting_lines_by_employee ON reporting_lines (employee_id, depth);
CREATE INDEX reporting_lines_by_name ON reporting_lines (manager_id, name_key, employee_id);

-- What an import says against what was corrected or decided here: here wins until the feed's own value changes.
CREATE TABLE conflicts (
    id UUID NOT NULL PRIMARY KEY,
    change_id UUID NOT NULL REFERENCES changes (id),
    employee_id UUID NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX conflicts_by_change ON conflicts (change_id, id);
CREATE INDEX conflicts_by_fact ON conflicts (employee_id, kind, key);

-- Every published state of the ladder file; the latest is in force, and holds every version published before.
CREATE TABLE ladders (
    id UUID NOT NULL PRIMARY KEY,
    -- 1, 2, 3 …: which came after which, whatever the clock said.
    number BIGINT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    published_by UUID,
    published_at TIMESTAMPTZ NOT NULL
);

-- What lists, grids and reports read: the tracks that apply. True from as_of until the day before stale_on.
CREATE TABLE assessments (
    employee_id UUID NOT NULL REFERENCES employees (id),
    track TEXT COLLATE "C" NOT NULL,
    as_of DATE NOT NULL,
    criteria_effective_from DATE NOT NULL,
    status TEXT NOT NULL,
    reason TEXT,
    eligible_since DATE,
    -- Of these three, one that equals as_of means: on the day of reading.
    earliest_on DATE,
    earliest_on_if_verified DATE,
    earliest_on_if_known DATE,
    lapses_on DATE,
    next_change_on DATE,
    stale_on DATE,
    next_effective_from DATE,
    next_status TEXT,
    next_earliest_on DATE,
    PRIMARY KEY (employee_id, track)
);
CREATE INDEX assessments_by_track ON assessments (track, status, earliest_on, employee_id);

CREATE TABLE accounts (
    id UUID NOT NULL PRIMARY KEY,
    -- Folded: an e-mail address or an employee number.
    sign_in_name TEXT COLLATE "C" NOT NULL,
    employee_id UUID REFERENCES employees (id),
    -- A PHC string; empty until the first password is set.
    password_hash TEXT,
    must_change_password BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    disabled_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX accounts_by_sign_in_name ON accounts (sign_in_name);
CREATE UNIQUE INDEX accounts_by_employee ON accounts (employee_id);

-- What an account may do beyond its own record and its reports, and when.
CREATE TABLE grants (
    id UUID NOT NULL PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES accounts (id),
    access TEXT NOT NULL CHECK (access IN ('hr_partner', 'hr_lead', 'auditor', 'administrator')),
    -- Of an HR partner: the site.
    site TEXT COLLATE "C",
    from_on DATE NOT NULL,
    until_on DATE,
    granted_by UUID
);
CREATE INDEX grants_by_account ON grants (account_id, from_on);

-- Who stands in for a manager, and when.
CREATE TABLE deputies (
    id UUID NOT NULL PRIMARY KEY,
    manager_id UUID NOT NULL REFERENCES employees (id),
    deputy_id UUID NOT NULL REFERENCES employees (id),
    from_on DATE NOT NULL,
    until_on DATE NOT NULL
);
CREATE INDEX deputies_by_deputy ON deputies (deputy_id, from_on);
CREATE INDEX deputies_by_manager ON deputies (manager_id, from_on);

CREATE TABLE invitations (
    -- The SHA-256 of the token; the token itself is shown once.
    token_hash BYTEA NOT NULL PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES accounts (id),
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ
);
CREATE INDEX invitations_by_account ON invitations (account_id);

CREATE TABLE sessions (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    account_id UUID NOT NULL REFERENCES accounts (id),
    created_at TIMESTAMPTZ NOT NULL,
    -- Written every five minutes at most.
    last_seen_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_last_seen_at ON sessions (last_seen_at);

-- Sign-ins that did not succeed, by name and by address: they slow down, they never lock out. A row is written before
-- the password is looked at, and taken back when it is right.
CREATE TABLE sign_in_failures (
    id UUID NOT NULL PRIMARY KEY,
    subject TEXT COLLATE "C" NOT NULL,
    failed_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sign_in_failures_by_subject ON sign_in_failures (subject, failed_at);
CREATE INDEX sign_in_failures_by_failed_at ON sign_in_failures (failed_at);

-- Every act, written in its transaction, for ever.
CREATE TABLE audit_entries (
    id UUID NOT NULL PRIMARY KEY,
    recorded_at TIMESTAMPTZ NOT NULL,
    -- Empty: the clock, or the command line.
    account_id UUID,
    on_behalf_of UUID,
    request_id UUID NOT NULL,
    act TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id UUID,
    -- Canonical JSON.
    detail TEXT NOT NULL
);
CREATE INDEX audit_entries_by_recorded_at ON audit_entries (recorded_at, id);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject_id, id);

-- The chain over them: one sealer at a time appends, writers do not wait for each other.
CREATE TABLE audit_seals (
    sequence BIGINT NOT NULL PRIMARY KEY,
    entry_id UUID NOT NULL UNIQUE REFERENCES audit_entries (id),
    -- SHA-256 over the hash before, the sequence and the entry.
    hash BYTEA NOT NULL
);

-- The last link of the chain: where the sealer goes on, and what shows that seals were cut off at the end.
CREATE TABLE audit_head (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    sequence BIGINT NOT NULL,
    hash BYTEA NOT NULL
);
INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));

-- Entries that wait to be sealed: written with them, so that one that commits late is never passed over.
CREATE TABLE audit_unsealed (
    entry_id UUID NOT NULL PRIMARY KEY REFERENCES audit_entries (id)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is final', TG_TABLE_NAME; END $$;
CREATE TRIGGER audit_entries_are_final BEFORE UPDATE OR DELETE ON audit_entries
FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seals_are_final BEFORE UPDATE OR DELETE ON audit_seals
FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who read whose record: one row a viewer, person and day.
CREATE TABLE access_log (
    account_id UUID NOT NULL REFERENCES accounts (id),
    -- No reference: a person whom an undone import had brought is in no list, and the log stays.
    employee_id UUID NOT NULL,
    read_on DATE NOT NULL,
    PRIMARY KEY (account_id, employee_id, read_on)
);
CREATE INDEX access_log_by_employee ON access_log (employee_id, read_on, account_id);

-- Work that only one process may do at a time.
CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder UUID NOT NULL,
    until_at TIMESTAMPTZ NOT NULL
);

-- One row: the company. swept_on is the day for which every stored assessment was last brought up to date.
CREATE TABLE company (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    time_zone TEXT NOT NULL,
    is_demo BOOLEAN NOT NULL,
    swept_on DATE
);
INSERT INTO company (id, time_zone, is_demo) VALUES (1, 'UTC', FALSE);
