-- search.db: full text of public stories. Derived from the journal.

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) WITHOUT ROWID, STRICT;

-- Stems as `arabic/analyse.ts` makes them, a–z, 0–9 and Arabic letters only; the `ascii` tokenizer takes them apart at
-- the spaces and does nothing else. Contentless: the text itself stands in public.db. Rows are numbered in time.
CREATE VIRTUAL TABLE text USING fts5(
  headline, standfirst, body, section,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);

-- `sketch`: the story's stems with their numbers, see sketch.ts.
CREATE TABLE doc (
  docid  INTEGER PRIMARY KEY,
  story  INTEGER NOT NULL UNIQUE,
  digest BLOB NOT NULL,
  sketch BLOB NOT NULL
) STRICT;

-- In how many stories a stem stands.
CREATE TABLE term (term INTEGER PRIMARY KEY, stories INTEGER NOT NULL) STRICT;
