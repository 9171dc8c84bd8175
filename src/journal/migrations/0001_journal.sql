-- The journal of one publication. Migrations never change once released; a later one is added after it.

-- Who this journal is: a random id made with it, so that a catalog notices when another one is put in its place.
CREATE TABLE meta (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  journal_id TEXT NOT NULL
) STRICT;

-- How far it goes. Updated in every append's own transaction: numbers without gaps, unlike a sequence's.
CREATE TABLE head (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  seq INTEGER NOT NULL,
  digest BLOB NOT NULL,
  tally_seq INTEGER NOT NULL
) STRICT;
INSERT INTO head VALUES (1, 0, zeroblob(32), 0);

-- Every accepted revision. `content` is JSON text, to the byte what `content_digest` was made of; NULL once
-- redacted. `redacts` says which versions an entry of action `redact` blanked; `note` says why.
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  action TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  content_digest BLOB NOT NULL,
  digest BLOB NOT NULL,
  note TEXT,
  redacts TEXT,
  content TEXT
) STRICT;

-- Also the list of documents: the newest version of one is the last in its range.
CREATE UNIQUE INDEX entry_revision ON entry (kind, id, version);

-- Names that only one document may hold: foreign ids, slugs, addresses.
CREATE TABLE claim (
  space TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (space, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  -- Hidden until then by the one who took it; NULL while nobody has.
  leased_until INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX job_due ON job (kind, due_at, id);

CREATE TABLE tally_batch (
  seq INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE tally (
  batch INTEGER NOT NULL REFERENCES tally_batch (seq),
  story INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  reads INTEGER NOT NULL,
  PRIMARY KEY (batch, story, hour)
) STRICT, WITHOUT ROWID;

CREATE TABLE secret (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
