-- similar.db: which stories have nearly the same text, whatever their state. Numbers only, no words. Derived from the journal.

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) WITHOUT ROWID, STRICT;

-- A story's text as arabic/similarity/ sees it: `keys` as 16 numbers of 32 bits, `sketch` to compare it by.
CREATE TABLE text (
  story  INTEGER PRIMARY KEY,
  keys   BLOB NOT NULL,
  sketch BLOB NOT NULL
) STRICT;

-- Stories under their keys. New ones come into the small table, whose pages stay in memory, and go over to the large one many at
-- a time and in its order: a million stories one by one would write each of its pages a thousand times.
CREATE TABLE fresh_key (key INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY (key, story)) WITHOUT ROWID, STRICT;
CREATE TABLE settled_key (key INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY (key, story)) WITHOUT ROWID, STRICT;

-- Stories that are near-duplicates, each pair in both directions; `likeness` of 1,000.
CREATE TABLE pair (
  story    INTEGER NOT NULL,
  other    INTEGER NOT NULL,
  likeness INTEGER NOT NULL,
  PRIMARY KEY (story, other)
) WITHOUT ROWID, STRICT;
