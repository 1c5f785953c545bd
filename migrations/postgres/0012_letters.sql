-- Letters, as they were sent. Twin of sqlite/0012_letters.sql.

CREATE TABLE letters (
    -- Of the act with which it went out: by whom and when says that.
    act_id UUID NOT NULL PRIMARY KEY REFERENCES nomination_acts (id),
    nomination_id UUID NOT NULL REFERENCES nominations (id),
    kind TEXT NOT NULL,
    -- Whose it is. Beside them HR and auditors read it, and nobody else.
    addressee TEXT NOT NULL CHECK (addressee IN ('candidate', 'nominator')),
    -- In which language it was written.
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    -- What stands below the title, part by part, as JSON.
    body TEXT NOT NULL
);
CREATE INDEX letters_by_nomination ON letters (nomination_id, act_id);

CREATE TRIGGER letters_are_final BEFORE UPDATE OR DELETE ON letters
FOR EACH ROW EXECUTE FUNCTION refuse_change();
