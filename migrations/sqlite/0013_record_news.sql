-- What people are told beside acts on nominations: what was done to somebody's record. Twin of
-- postgres/0013_record_news.sql.

CREATE TABLE record_news (
    account_id BLOB NOT NULL REFERENCES accounts (id),
    -- The same for everybody who was told at once.
    id BLOB NOT NULL,
    -- One of them: a move that HR recorded was made, or could not be; a waiver was ended early.
    move_id BLOB REFERENCES moves (id),
    waiver_id BLOB REFERENCES waivers (id),
    told_at TEXT NOT NULL,
    read_at TEXT,
    PRIMARY KEY (account_id, id),
    CHECK ((move_id IS NULL) <> (waiver_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX record_news_unread ON record_news (account_id) WHERE read_at IS NULL;

-- Which units there are, from one to the next.
CREATE INDEX employees_by_unit ON employees (unit);
