-- Of a stored assessment, how every criterion stands, groups included, in the order of their paths: codes with blanks
-- between. Twin of postgres/0007_how_criteria_stand.sql.
ALTER TABLE assessments ADD COLUMN states TEXT NOT NULL DEFAULT '';
-- What is stored already says nothing of it: everyone is assessed anew.
UPDATE employees SET assessed_revision = revision - 1 WHERE assessed_revision = revision;
