-- A session that has ended is known for a while: what its browser still sends is kept for its owner.
-- Twin of postgres/0005_what_was_sent_too_late.sql.
ALTER TABLE sessions ADD COLUMN ended_at TEXT;

-- The last form that was sent for an account after its session had ended; never one with a password in it.
CREATE TABLE kept_posts (
    account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
    -- Where it was sent: a path of this site.
    path TEXT NOT NULL,
    -- As browsers send forms.
    body TEXT NOT NULL,
    kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX kept_posts_by_kept_at ON kept_posts (kept_at);
