-- search-*.db: full text of published stories. Derived from the journal, with a cursor of its own.

CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) WITHOUT ROWID, STRICT;

-- `docid` follows the time of first publication (document-number.ts), so newest-first and from/to are ranges of it.
CREATE TABLE doc (docid INTEGER PRIMARY KEY, story INTEGER NOT NULL UNIQUE) STRICT;

-- Stems as `arabic/analyse.ts` makes them; `facets` holds words such as sec_politics that no text can hold.
CREATE VIRTUAL TABLE fts USING fts5 (
  headline, standfirst, body, facets,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);

-- In how many stories a stem stood when it was indexed: an upper bound, since removals do not count down. It decides
-- how a query is run, never what it finds.
CREATE TABLE term (term TEXT PRIMARY KEY, stories INTEGER NOT NULL) WITHOUT ROWID, STRICT;
