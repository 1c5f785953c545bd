-- Files on their way to becoming an import. Twin of sqlite/0003_uploads.sql.
-- They are kept here and not beside one server, so that any server can go on with them. They count for nothing, and go
-- when they were applied, thrown away or left alone.
CREATE TABLE uploads (
    id UUID NOT NULL PRIMARY KEY,
    -- Whose it is: nobody else sees it.
    account_id UUID NOT NULL REFERENCES accounts (id),
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
    run UUID,
    progress TEXT,
    touched_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX uploads_by_account ON uploads (account_id, id);
CREATE INDEX uploads_by_touched_at ON uploads (touched_at);

CREATE TABLE upload_pieces (
    upload_id UUID NOT NULL REFERENCES uploads (id),
    file TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (upload_id, file, number)
);

-- What a check found: rows refused, changes, conflicts, each as JSON.
CREATE TABLE upload_lines (
    upload_id UUID NOT NULL REFERENCES uploads (id),
    section TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (upload_id, section, number)
);

-- Mappings by name: how the columns of a foreign export become a bundle.
CREATE TABLE mappings (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    saved_by UUID,
    saved_at TIMESTAMPTZ NOT NULL
);
