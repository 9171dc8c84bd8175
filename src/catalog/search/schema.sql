-- search.db: full text of public stories. Derived from the journal.

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) WITHOUT ROWID, STRICT;

-- Stories by number in order of arrival; a changed story gets a new number. `time` (ms) is the first publication, `length`
-- the story's words, `record` its words in order, see record.ts. Numbers are never used again.
CREATE TABLE doc (
  docid  INTEGER PRIMARY KEY AUTOINCREMENT,
  story  INTEGER NOT NULL UNIQUE,
  time   INTEGER NOT NULL,
  length INTEGER NOT NULL,
  digest BLOB NOT NULL,
  record BLOB NOT NULL
) STRICT;

-- Stretches of document numbers whose inverted lists are written, see segments.ts. What is newer than the last one
-- stands only in its records. `docs`: times (float64) and lengths (uint16, 0 for none) of all its numbers; `terms`: which
-- terms it may have, see term-filter.ts.
CREATE TABLE segment (
  segment INTEGER PRIMARY KEY AUTOINCREMENT,
  first   INTEGER NOT NULL,
  slots   INTEGER NOT NULL,
  stories INTEGER NOT NULL,
  docs    BLOB NOT NULL,
  terms   BLOB NOT NULL DEFAULT x''
) STRICT;

-- In which of a segment's stories a term stands, see lists.ts. `stories` says in how many; `skips` is a long list's table of places.
CREATE TABLE posting (
  segment INTEGER NOT NULL,
  term    INTEGER NOT NULL,
  stories INTEGER NOT NULL,
  list    BLOB NOT NULL,
  skips   BLOB,
  PRIMARY KEY (segment, term)
) WITHOUT ROWID, STRICT;

-- Numbers that are no story any more, until lists are written without them; `terms` (uint32) in whose lists they stand.
CREATE TABLE dead (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  docid INTEGER NOT NULL,
  terms BLOB
) STRICT;
CREATE INDEX dead_docid ON dead (docid);
