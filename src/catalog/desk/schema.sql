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
  created_by   TEXT,
  -- When it came or comes out, else when it was changed.
  when_at      INTEGER NOT NULL,
  -- The entry that changed it last; it stands under this number in the finder.
  seq          INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX desk_story_seq ON desk_story (seq);
CREATE INDEX desk_story_all ON desk_story (changed_at, id);
CREATE INDEX desk_story_status ON desk_story (status, changed_at, id);
CREATE INDEX desk_story_section ON desk_story (section, status, changed_at, id);
CREATE INDEX desk_story_creator ON desk_story (created_by, changed_at, id) WHERE created_by IS NOT NULL;
-- What stories are found by, see `find-terms.ts`.
CREATE VIRTUAL TABLE desk_find USING fts5 (
  terms, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '-_'"
);
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

-- The media library; `number` is that of the journal's entry that brought the picture in, so the newest has the highest.
CREATE TABLE desk_media (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,
  version    INTEGER NOT NULL,
  -- What readers are to be told of it is there: alt text and credit.
  described  INTEGER NOT NULL,
  expires_at INTEGER,
  expired    INTEGER NOT NULL
) STRICT;
CREATE INDEX desk_media_bare ON desk_media (number) WHERE described = 0;
CREATE INDEX desk_media_limited ON desk_media (number) WHERE expires_at IS NOT NULL;
CREATE INDEX desk_media_expired ON desk_media (number) WHERE expired = 1;
CREATE TABLE media_person (
  number INTEGER NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (number, person)
) WITHOUT ROWID, STRICT;
CREATE INDEX media_person_shown ON media_person (person, number);
-- Words and stems of caption, alt text, credit and the names of those seen.
CREATE VIRTUAL TABLE text_media USING fts5(
  words, content = '', contentless_delete = 1, detail = 'none', prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 0"
);

-- What shows a picture, in whatever state it is: `story:12`, `person:x`, `live-entry:y`.
CREATE TABLE desk_media_use (
  media   TEXT NOT NULL,
  used_by TEXT NOT NULL,
  PRIMARY KEY (media, used_by)
) WITHOUT ROWID, STRICT;
CREATE INDEX desk_media_user ON desk_media_use (used_by);

-- People whom a picture can be said to show: found by words of any spelling of their names.
CREATE TABLE desk_person (
  id     TEXT PRIMARY KEY,
  name   TEXT NOT NULL,
  -- Folded, with a space before each word.
  folded TEXT NOT NULL
) WITHOUT ROWID, STRICT;

-- The readership board, see `readership.ts`. A day is a number, 20261126, in the site's zone.
CREATE TABLE read_hour (hour INTEGER, story INTEGER, reads INTEGER NOT NULL, PRIMARY KEY (hour, story)) WITHOUT ROWID, STRICT;
CREATE TABLE read_day (day INTEGER, story INTEGER, reads INTEGER NOT NULL, PRIMARY KEY (day, story)) WITHOUT ROWID, STRICT;
CREATE INDEX read_day_most ON read_day (day, reads);
CREATE TABLE read_month (story INTEGER PRIMARY KEY, reads INTEGER NOT NULL) STRICT;
CREATE INDEX read_month_most ON read_month (reads);
CREATE TABLE read_section (
  span    TEXT,
  at      INTEGER,
  section TEXT,
  reads   INTEGER NOT NULL,
  PRIMARY KEY (span, at, section)
) WITHOUT ROWID, STRICT;
