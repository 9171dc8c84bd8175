-- public.db: published matter only. Derived from the journal, rebuilt whenever `schemaVersion` in files.ts changes.

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) WITHOUT ROWID, STRICT;

-- A published story as its cards need it; `lists` are those it stands in, so that it leaves them by itself.
CREATE TABLE story (
  id           INTEGER PRIMARY KEY,
  section      TEXT NOT NULL,
  slug         TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  updated_at   INTEGER,
  day          TEXT NOT NULL,
  lists        TEXT NOT NULL,
  card         TEXT NOT NULL
) STRICT;
-- The long text apart: lists read cards only.
CREATE TABLE story_document (id INTEGER PRIMARY KEY, document TEXT NOT NULL) STRICT;

-- Every list by number: all, section:x, kind:x, section:x/kind:y, topic:y, person:y, …, author:y.
CREATE TABLE list (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, stories INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE list_story (
  list         INTEGER NOT NULL,
  published_at INTEGER NOT NULL,
  story        INTEGER NOT NULL,
  PRIMARY KEY (list, published_at, story)
) WITHOUT ROWID, STRICT;

-- Stories under an entity and under all that were merged into it; also for kind «author».
CREATE TABLE entity_count (
  kind    TEXT NOT NULL,
  id      TEXT NOT NULL,
  stories INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID, STRICT;
CREATE INDEX entity_count_most ON entity_count (kind, stories DESC, id);

-- Words of headline and standfirst, as numbers, for stories that share no entity with others.
CREATE TABLE term_story (
  term         INTEGER NOT NULL,
  published_at INTEGER NOT NULL,
  story        INTEGER NOT NULL,
  PRIMARY KEY (term, published_at, story)
) WITHOUT ROWID, STRICT;

CREATE TABLE day (day TEXT PRIMARY KEY, stories INTEGER NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE month (month TEXT PRIMARY KEY, stories INTEGER NOT NULL) WITHOUT ROWID, STRICT;
-- Stories per thousand of ids, so that a sitemap file finds its beginning.
CREATE TABLE id_range (range INTEGER PRIMARY KEY, stories INTEGER NOT NULL) STRICT;

CREATE TABLE gone (
  id     INTEGER PRIMARY KEY,
  status TEXT NOT NULL,
  at     INTEGER NOT NULL,
  notice TEXT
) STRICT;

CREATE TABLE redirect (
  path   TEXT PRIMARY KEY,
  target TEXT NOT NULL,
  id     TEXT NOT NULL
) WITHOUT ROWID, STRICT;
CREATE INDEX redirect_id ON redirect (id);

CREATE TABLE entity (
  kind        TEXT NOT NULL,
  id          TEXT NOT NULL,
  slug        TEXT NOT NULL,
  merged_into TEXT,
  document    TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID, STRICT;
CREATE INDEX entity_slug ON entity (kind, slug);
CREATE INDEX entity_merged ON entity (kind, merged_into) WHERE merged_into IS NOT NULL;

-- site, section, front: few and small.
CREATE TABLE setting (
  kind     TEXT NOT NULL,
  id       TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) WITHOUT ROWID, STRICT;

-- Pictures that something public shows, and what shows them.
CREATE TABLE media (id TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE media_use (media TEXT NOT NULL, used_by TEXT NOT NULL, PRIMARY KEY (media, used_by)) WITHOUT ROWID, STRICT;
CREATE INDEX media_used_by ON media_use (used_by);

CREATE TABLE live_entry (
  story    INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  id       TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (story, at, id)
) WITHOUT ROWID, STRICT;
CREATE INDEX live_entry_id ON live_entry (id);

CREATE TABLE correction (
  at    INTEGER NOT NULL,
  story INTEGER NOT NULL,
  n     INTEGER NOT NULL,
  text  TEXT NOT NULL,
  PRIMARY KEY (at, story, n)
) WITHOUT ROWID, STRICT;
CREATE INDEX correction_story ON correction (story);

-- Reads by forward decay (model/decay.ts). `read_score` outlives an unpublishing, `most_read` does not.
CREATE TABLE read_score (story INTEGER PRIMARY KEY, score REAL NOT NULL) STRICT;
CREATE TABLE most_read (
  list  INTEGER NOT NULL,
  score REAL NOT NULL,
  story INTEGER NOT NULL,
  PRIMARY KEY (list, score, story)
) WITHOUT ROWID, STRICT;

-- What the newest batches touched, so that every process of the node can drop its pages.
CREATE TABLE touched (upto INTEGER PRIMARY KEY, after INTEGER NOT NULL, keys TEXT NOT NULL) STRICT;

-- What was said in stories that name persons: every direct quotation with its place, and every statement of one of
-- those persons. `person` is empty for a quotation of somebody who has no record here.
CREATE TABLE quote (
  person       TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  story        INTEGER NOT NULL,
  n            INTEGER NOT NULL,
  -- Which paragraph of the body, from 1, and where in its text (UTF-16 units).
  paragraph    INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  until        INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  words        TEXT NOT NULL,
  PRIMARY KEY (person, published_at, story, n)
) WITHOUT ROWID, STRICT;
CREATE INDEX quote_story ON quote (story, n);
