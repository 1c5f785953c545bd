-- A session that has ended is known for a while: what its browser still sends is kept for its owner.
-- Twin of sqlite/0005_what_was_sent_too_late.sql.
ALTER TABLE sessions ADD COLUMN ended_at TIMESTAMPTZ;

-- The last form that was sent for an account after its session had ended; never one with a password in it.
CREATE TABLE kept_posts (
    account_id UUID NOT NULL PRIMARY KEY REFERENCES accounts (id),
    -- Where it was sent: a path of this site.
    path TEXT NOT NULL,
    -- As browsers send forms.
    body TEXT NOT NULL,
    kept_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX kept_posts_by_kept_at ON kept_posts (kept_at);
