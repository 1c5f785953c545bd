-- The trail is looked through by what happened, by who did it, and by whom or what it is about; the latest first.
-- Twin of sqlite/0009_looking_through_the_trail.sql.
CREATE INDEX audit_entries_by_act ON audit_entries (act, recorded_at, id);
CREATE INDEX audit_entries_by_account ON audit_entries (account_id, recorded_at, id);
CREATE INDEX audit_entries_by_subject_and_time ON audit_entries (subject_id, recorded_at, id);
