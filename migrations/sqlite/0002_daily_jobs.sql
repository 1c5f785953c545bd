-- What is done once a day: on which day it was last, and while it is done, by which process and until when that counts.
CREATE TABLE daily_jobs (
    name TEXT NOT NULL PRIMARY KEY,
    done_on TEXT,
    holder BLOB NOT NULL,
    until_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
