-- The journal of one publication in PostgreSQL: the same tables as in SQLite. Migrations never change once released.

CREATE TABLE meta (
  one integer PRIMARY KEY CHECK (one = 1),
  journal_id text NOT NULL
);

-- How far it goes. Its lock is what puts writers in a row: numbers without gaps, in the order of their commits.
CREATE TABLE head (
  one integer PRIMARY KEY CHECK (one = 1),
  seq bigint NOT NULL,
  digest bytea NOT NULL
);
INSERT INTO head VALUES (1, 0, decode(repeat('00', 32), 'hex'));

-- `content` is JSON text, to the byte what `content_digest` was made of (so not jsonb); NULL once redacted. Names are compared
-- by their bytes, whatever the database's collation.
CREATE TABLE entry (
  seq bigint PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  action text NOT NULL,
  schema_version integer NOT NULL,
  actor text NOT NULL,
  at bigint NOT NULL,
  content_digest bytea NOT NULL,
  digest bytea NOT NULL,
  note text,
  redacts text,
  content text
);
CREATE UNIQUE INDEX entry_revision ON entry (kind, id, version);

CREATE TABLE claim (
  space text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  PRIMARY KEY (space, name)
);

CREATE TABLE counter (
  name text COLLATE "C" PRIMARY KEY,
  next bigint NOT NULL
);

CREATE TABLE job (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  payload text NOT NULL,
  due_at bigint NOT NULL,
  leased_until bigint,
  attempts integer NOT NULL DEFAULT 0
);
CREATE INDEX job_due ON job (kind, due_at, id);

-- Readership counts have a head of their own: counting does not wait for an editor's append.
CREATE TABLE tally_head (
  one integer PRIMARY KEY CHECK (one = 1),
  seq bigint NOT NULL
);
INSERT INTO tally_head VALUES (1, 0);

CREATE TABLE tally_batch (
  seq bigint PRIMARY KEY,
  key text COLLATE "C" NOT NULL UNIQUE,
  at bigint NOT NULL
);

CREATE TABLE tally (
  batch bigint NOT NULL REFERENCES tally_batch (seq),
  story bigint NOT NULL,
  hour bigint NOT NULL,
  reads bigint NOT NULL,
  PRIMARY KEY (batch, story, hour)
);

CREATE TABLE secret (
  name text COLLATE "C" PRIMARY KEY,
  value text NOT NULL
);
