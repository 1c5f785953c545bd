-- Files on their way to becoming an import. Twin of postgres/0003_uploads.sql.
-- They are kept here and not beside one server, so that any server can go on with them. They count for nothing, and go
-- when they were applied, thrown away or left alone.
CREATE TABLE uploads (
    id BLOB NOT NULL PRIMARY KEY,
    -- Whose it is: nobody else sees it.
    account_id BLOB NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    -- How its columns become a bundle, as TOML; empty: it is a bundle.
    mapping TEXT,
    -- The kinds of which it is the whole truth, as JSON.
    replaced TEXT NOT NULL,
    stage TEXT NOT NULL
        CHECK (stage IN ('arriving', 'unmapped', 'checking', 'checked', 'applying', 'applied', 'stopped')),
    -- What it came to, as JSON.
    result TEXT,
    -- While it is checked or applied: by which run, where that stands, and its last sign of life.
    run BLOB,
    progress TEXT,
    touched_at TEXT NOT NULL
) STRICT;
CREATE INDEX uploads_by_account ON uploads (account_id, id);
CREATE INDEX uploads_by_touched_at ON uploads (touched_at);

CREATE TABLE upload_pieces (
    upload_id BLOB NOT NULL REFERENCES uploads (id),
    file TEXT NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (upload_id, file, number)
) STRICT;

-- What a check found: rows refused, changes, conflicts, each as JSON.
CREATE TABLE upload_lines (
    upload_id BLOB NOT NULL REFERENCES uploads (id),
    section TEXT NOT NULL,
    number INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (upload_id, section, number)
) STRICT, WITHOUT ROWID;

-- Mappings by name: how the columns of a foreign export become a bundle.
CREATE TABLE mappings (
    name TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    saved_by BLOB,
    saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
