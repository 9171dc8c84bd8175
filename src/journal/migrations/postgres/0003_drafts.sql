-- Stories being written: see the migration of the same number for SQLite.
CREATE TABLE draft (
  story bigint PRIMARY KEY,
  generation integer NOT NULL,
  schema integer NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE draft_update (
  story bigint NOT NULL REFERENCES draft (story),
  generation integer NOT NULL,
  n bigint NOT NULL,
  at bigint NOT NULL,
  data bytea NOT NULL,
  PRIMARY KEY (story, generation, n)
);
