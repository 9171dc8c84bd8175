-- desk.db: the newsroom's view, every document in whatever state. Derived from the journal.

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) WITHOUT ROWID, STRICT;

-- The newest revision of every document, for `midad verify` and for what asks «is this still version n?».
CREATE TABLE document (
  kind    TEXT NOT NULL,
  id      TEXT NOT NULL,
  version INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  digest  BLOB NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID, STRICT;

CREATE TABLE desk_story (
  id           INTEGER PRIMARY KEY,
  headline     TEXT NOT NULL,
  status       TEXT NOT NULL,
  section      TEXT NOT NULL,
  kind         TEXT NOT NULL,
  language     TEXT NOT NULL,
  urgency      INTEGER NOT NULL,
  legal_hold   INTEGER NOT NULL,
  publish_at   INTEGER,
  published_at INTEGER,
  changed_at   INTEGER NOT NULL,
  changed_by   TEXT NOT NULL,
  version      INTEGER NOT NULL,
  created_by   TEXT
) STRICT;
CREATE INDEX desk_story_all ON desk_story (changed_at, id);
CREATE INDEX desk_story_status ON desk_story (status, changed_at, id);
CREATE INDEX desk_story_section ON desk_story (section, status, changed_at, id);
CREATE INDEX desk_story_creator ON desk_story (created_by, changed_at, id) WHERE created_by IS NOT NULL;
CREATE TABLE desk_count (
  section TEXT NOT NULL,
  status  TEXT NOT NULL,
  stories INTEGER NOT NULL,
  PRIMARY KEY (section, status)
) WITHOUT ROWID, STRICT;

-- Whole documents that become public only together with others: pictures, and entries of live stories.
CREATE TABLE supply (
  kind     TEXT NOT NULL,
  id       TEXT NOT NULL,
  story    INTEGER,
  document TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID, STRICT;
CREATE INDEX supply_story ON supply (story) WHERE story IS NOT NULL;

-- Who writes a story, and until when.
CREATE TABLE assignment (
  story  INTEGER PRIMARY KEY,
  user   TEXT NOT NULL,
  due_at INTEGER
) STRICT;
CREATE INDEX assignment_user ON assignment (user, due_at, story);
CREATE INDEX assignment_due ON assignment (due_at, story) WHERE due_at IS NOT NULL;

-- Comments that are not done with, under the users named in them.
CREATE TABLE mention (
  user    TEXT NOT NULL,
  at      INTEGER NOT NULL,
  comment TEXT NOT NULL,
  story   INTEGER NOT NULL,
  PRIMARY KEY (user, at, comment)
) WITHOUT ROWID, STRICT;
CREATE INDEX mention_comment ON mention (comment);

-- The planning board.
CREATE INDEX desk_story_scheduled ON desk_story (publish_at, id) WHERE status = 'scheduled';
CREATE INDEX desk_story_published ON desk_story (published_at, id) WHERE published_at IS NOT NULL;

-- Who did what, without imports.
CREATE TABLE audit (
  seq     INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  actor   TEXT NOT NULL,
  action  TEXT NOT NULL,
  kind    TEXT NOT NULL,
  id      TEXT NOT NULL,
  version INTEGER NOT NULL,
  note    TEXT
) STRICT;
CREATE INDEX audit_actor ON audit (actor, seq);
CREATE INDEX audit_document ON audit (kind, id, seq);
