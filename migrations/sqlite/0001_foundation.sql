-- What Nextrung keeps. Twin of postgres/0001_foundation.sql: same tables, columns and names; a test compares both.
-- Ids are UUIDv7 made by the program, days are YYYY-MM-DD, instants UTC. No calendar arithmetic in SQL.

-- A change is one act that recorded facts: an import, a correction, a move. Facts count from the moment their change
-- is applied, all at once: an import of a million rows goes in by pieces, and then becomes true in one row.
CREATE TABLE changes (
    id BLOB NOT NULL PRIMARY KEY,
    origin TEXT NOT NULL CHECK (origin IN ('import', 'account', 'move')),
    recorded_by BLOB,
    recorded_at TEXT NOT NULL,
    -- Why, where a person said so; of an import, what it was called.
    reason TEXT,
    -- Of an import: the SHA-256 of what came in, and counts as JSON.
    digest TEXT,
    counts TEXT,
    -- While an import is being prepared: its last sign of life.
    prepared_at TEXT NOT NULL,
    applied_at TEXT,
    undone_at TEXT
) STRICT;
CREATE INDEX changes_by_origin ON changes (origin, recorded_at, id);
CREATE INDEX changes_unapplied ON changes (prepared_at) WHERE applied_at IS NULL;

-- Everyone who is or was employed: what lists, searches and sorts need, derived from their facts in the writing
-- transaction. Pay, gender and birth year are in none of its columns.
CREATE TABLE employees (
    id BLOB NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    full_name TEXT NOT NULL,
    -- Folded by the program, so that both engines sort and search alike.
    name_key TEXT NOT NULL,
    job TEXT NOT NULL,
    manager_id BLOB REFERENCES employees (id),
    site TEXT,
    country TEXT,
    unit TEXT,
    hired_on TEXT NOT NULL,
    left_on TEXT,
    -- Raised by every write to the person's facts, before they are read: it locks the person.
    revision INTEGER NOT NULL,
    -- The revision, and the ladder, that the stored assessments were made from.
    assessed_revision INTEGER NOT NULL,
    assessed_ladder BLOB,
    -- The first day on which the same facts could give another assessment on some track.
    stale_on TEXT
) STRICT;
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
    id BLOB NOT NULL PRIMARY KEY,
    -- No reference: an import's facts go in before its people, and both count from the same moment.
    employee_id BLOB NOT NULL,
    -- The bundle's file, without its ending; 'pay' and 'identity' keep the sensitive columns of employees.csv apart.
    kind TEXT NOT NULL,
    -- The natural key beside the employee.
    key TEXT NOT NULL,
    -- The row, as JSON by column name.
    body TEXT NOT NULL,
    recorded_in BLOB NOT NULL REFERENCES changes (id)
) STRICT;
CREATE INDEX facts_by_employee ON facts (employee_id, kind, key);
CREATE INDEX facts_by_recorded_in ON facts (recorded_in);

-- Which change superseded which fact. A row of its own, so that a fact is never touched, and two changes that are being
-- prepared do not disturb each other.
CREATE TABLE supersessions (
    fact_id BLOB NOT NULL REFERENCES facts (id),
    change_id BLOB NOT NULL REFERENCES changes (id),
    PRIMARY KEY (fact_id, change_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX supersessions_by_change ON supersessions (change_id, fact_id);

-- Who stands above whom, at any distance: worked out from managers and names in the transaction that writes these, and
-- therefore without references. The name is there so that whoever has 100,000 people reads one page of them.
CREATE TABLE reporting_lines (
    manager_id BLOB NOT NULL,
    employee_id BLOB NOT NULL,
    -- 1: a direct report.
    depth INTEGER NOT NULL CHECK (depth > 0),
    name_key TEXT NOT NULL,
    PRIMARY KEY (manager_id, employee_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reporting_lines_by_employee ON reporting_lines (employee_id, depth);
CREATE INDEX reporting_lines_by_name ON reporting_lines (manager_id, name_key, employee_id);

-- What an import says against what was corrected or decided here: here wins until the feed's own value changes.
CREATE TABLE conflicts (
    id BLOB NOT NULL PRIMARY KEY,
    change_id BLOB NOT NULL REFERENCES changes (id),
    employee_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX conflicts_by_change ON conflicts (change_id, id);
CREATE INDEX conflicts_by_fact ON conflicts (employee_id, kind, key);

-- Every published state of the ladder file; the latest is in force, and holds every version published before.
CREATE TABLE ladders (
    id BLOB NOT NULL PRIMARY KEY,
    -- 1, 2, 3 …: which came after which, whatever the clock said.
    number INTEGER NOT NULL UNIQUE,
    text TEXT NOT NULL,
    published_by BLOB,
    published_at TEXT NOT NULL
) STRICT;

-- What lists, grids and reports read: the tracks that apply. True from as_of until the day before stale_on.
CREATE TABLE assessments (
    employee_id BLOB NOT NULL REFERENCES employees (id),
    track TEXT NOT NULL,
    as_of TEXT NOT NULL,
    criteria_effective_from TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT,
    eligible_since TEXT,
    -- Of these three, one that equals as_of means: on the day of reading.
    earliest_on TEXT,
    earliest_on_if_verified TEXT,
    earliest_on_if_known TEXT,
    lapses_on TEXT,
    next_change_on TEXT,
    stale_on TEXT,
    next_effective_from TEXT,
    next_status TEXT,
    next_earliest_on TEXT,
    PRIMARY KEY (employee_id, track)
) STRICT, WITHOUT ROWID;
CREATE INDEX assessments_by_track ON assessments (track, status, earliest_on, employee_id);

CREATE TABLE accounts (
    id BLOB NOT NULL PRIMARY KEY,
    -- Folded: an e-mail address or an employee number.
    sign_in_name TEXT NOT NULL,
    employee_id BLOB REFERENCES employees (id),
    -- A PHC string; empty until the first password is set.
    password_hash TEXT,
    must_change_password INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    disabled_at TEXT
) STRICT;
CREATE UNIQUE INDEX accounts_by_sign_in_name ON accounts (sign_in_name);
CREATE UNIQUE INDEX accounts_by_employee ON accounts (employee_id);

-- What an account may do beyond its own record and its reports, and when.
CREATE TABLE grants (
    id BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    access TEXT NOT NULL CHECK (access IN ('hr_partner', 'hr_lead', 'auditor', 'administrator')),
    -- Of an HR partner: the site.
    site TEXT,
    from_on TEXT NOT NULL,
    until_on TEXT,
    granted_by BLOB
) STRICT;
CREATE INDEX grants_by_account ON grants (account_id, from_on);

-- Who stands in for a manager, and when.
CREATE TABLE deputies (
    id BLOB NOT NULL PRIMARY KEY,
    manager_id BLOB NOT NULL REFERENCES employees (id),
    deputy_id BLOB NOT NULL REFERENCES employees (id),
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL
) STRICT;
CREATE INDEX deputies_by_deputy ON deputies (deputy_id, from_on);
CREATE INDEX deputies_by_manager ON deputies (manager_id, from_on);

CREATE TABLE invitations (
    -- The SHA-256 of the token; the token itself is shown once.
    token_hash BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;
CREATE INDEX invitations_by_account ON invitations (account_id);

CREATE TABLE sessions (
    token_hash BLOB NOT NULL PRIMARY KEY,
    account_id BLOB NOT NULL REFERENCES accounts (id),
    created_at TEXT NOT NULL,
    -- Written every five minutes at most.
    last_seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_last_seen_at ON sessions (last_seen_at);

-- Sign-ins that did not succeed, by name and by address: they slow down, they never lock out. A row is written before
-- the password is looked at, and taken back when it is right.
CREATE TABLE sign_in_failures (
    id BLOB NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL,
    failed_at TEXT NOT NULL
) STRICT;
CREATE INDEX sign_in_failures_by_subject ON sign_in_failures (subject, failed_at);
CREATE INDEX sign_in_failures_by_failed_at ON sign_in_failures (failed_at);

-- Every act, written in its transaction, for ever.
CREATE TABLE audit_entries (
    id BLOB NOT NULL PRIMARY KEY,
    recorded_at TEXT NOT NULL,
    -- Empty: the clock, or the command line.
    account_id BLOB,
    on_behalf_of BLOB,
    request_id BLOB NOT NULL,
    act TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id BLOB,
    -- Canonical JSON.
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entries_by_recorded_at ON audit_entries (recorded_at, id);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject_id, id);

-- The chain over them: one sealer at a time appends, writers do not wait for each other.
CREATE TABLE audit_seals (
    sequence INTEGER NOT NULL PRIMARY KEY,
    entry_id BLOB NOT NULL UNIQUE REFERENCES audit_entries (id),
    -- SHA-256 over the hash before, the sequence and the entry.
    hash BLOB NOT NULL
) STRICT;

-- The last link of the chain: where the sealer goes on, and what shows that seals were cut off at the end.
CREATE TABLE audit_head (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;
INSERT INTO audit_head (id, sequence, hash) VALUES (1, 0, zeroblob(32));

-- Entries that wait to be sealed: written with them, so that one that commits late is never passed over.
CREATE TABLE audit_unsealed (
    entry_id BLOB NOT NULL PRIMARY KEY REFERENCES audit_entries (id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_entries_are_final_update BEFORE UPDATE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are final'); END;
CREATE TRIGGER audit_entries_are_final_delete BEFORE DELETE ON audit_entries
BEGIN SELECT RAISE(ABORT, 'audit entries are final'); END;
CREATE TRIGGER audit_seals_are_final_update BEFORE UPDATE ON audit_seals
BEGIN SELECT RAISE(ABORT, 'audit seals are final'); END;
CREATE TRIGGER audit_seals_are_final_delete BEFORE DELETE ON audit_seals
BEGIN SELECT RAISE(ABORT, 'audit seals are final'); END;

-- Who read whose record: one row a viewer, person and day.
CREATE TABLE access_log (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    -- No reference: a person whom an undone import had brought is in no list, and the log stays.
    employee_id BLOB NOT NULL,
    read_on TEXT NOT NULL,
    PRIMARY KEY (account_id, employee_id, read_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX access_log_by_employee ON access_log (employee_id, read_on, account_id);

-- Work that only one process may do at a time.
CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder BLOB NOT NULL,
    until_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: the company. swept_on is the day for which every stored assessment was last brought up to date.
CREATE TABLE company (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    time_zone TEXT NOT NULL,
    is_demo INTEGER NOT NULL,
    swept_on TEXT
) STRICT;
INSERT INTO company (id, time_zone, is_demo) VALUES (1, 'UTC', 0);
