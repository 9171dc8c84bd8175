-- Within search.db: what a reader may have meant, and what is suggested while typing.

-- The collection's own words without article and prepositions (`bare`), how they are written (`form`), and the number
-- of their stem. `votes` says how surely they are written so; headlines vote.
CREATE TABLE word (
  id    INTEGER PRIMARY KEY,
  bare  TEXT NOT NULL UNIQUE,
  form  TEXT NOT NULL,
  term  INTEGER NOT NULL,
  votes INTEGER NOT NULL
) STRICT;
CREATE INDEX word_term ON word (term);

-- Words by what is left of them without one letter, and by their sound; see near.ts.
CREATE TABLE near (key INTEGER NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (key, word)) WITHOUT ROWID, STRICT;

-- Names of sections, topics, people, places and organisations, from each of their words on: `key` as in `bare`, `sound`
-- word by word. `place` is the word's place in its name.
CREATE TABLE record_name (
  id    INTEGER PRIMARY KEY,
  kind   TEXT NOT NULL,
  record TEXT NOT NULL,
  -- The record that this one was merged into; stories keep the old one.
  merged TEXT,
  place INTEGER NOT NULL,
  key   TEXT NOT NULL,
  sound TEXT NOT NULL
) STRICT;
CREATE INDEX record_name_key ON record_name (key);
CREATE INDEX record_name_sound ON record_name (sound);
CREATE INDEX record_name_record ON record_name (kind, record);
CREATE INDEX record_name_merged ON record_name (kind, merged) WHERE merged IS NOT NULL;

-- Headlines' words as in `bare`, findable by their beginnings; rows in the order of first publication.
CREATE VIRTUAL TABLE headline USING fts5(
  words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4', tokenize = 'ascii'
);
CREATE TABLE headline_story (docid INTEGER PRIMARY KEY, story INTEGER NOT NULL UNIQUE) STRICT;
