-- Stories being written. A draft's log is a row of Yjs updates. Logs of earlier generations stay beside the present one, so
-- that what was typed while a revision came from outside can be looked up; a redaction erases them all.
CREATE TABLE draft (
  story INTEGER PRIMARY KEY,
  -- Grows whenever the draft begins anew: text typed against an older one is never merged blindly.
  generation INTEGER NOT NULL,
  -- The shape of the Yjs document; an editor that knows another one must reload.
  schema INTEGER NOT NULL,
  -- The story's revision that it was begun from or last saved as; 0 while it has nothing.
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE draft_update (
  story INTEGER NOT NULL REFERENCES draft (story),
  generation INTEGER NOT NULL,
  n INTEGER NOT NULL,
  at INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (story, generation, n)
) STRICT, WITHOUT ROWID;
