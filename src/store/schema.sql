-- The index: a cache of what the sources said and of what follows from it. It can be deleted at any time.
-- A change of this file raises `schema_version` in store.cpp; an index of another version is rebuilt.

CREATE TABLE source(
  id      INTEGER PRIMARY KEY,
  path    BLOB NOT NULL,               -- as the owner gave it
  type    TEXT NOT NULL,               -- forced type, '' for any
  checked INTEGER,                     -- day (since 1970-01-01, UTC) on which its tree was last seen whole
  UNIQUE(path, type)
);

-- What must be read together, and every file that nothing recognised (format ''), so that it is not opened
-- again. A row without a source is still being read: it is invisible, and swept away by the next import.
CREATE TABLE unit(
  id      INTEGER PRIMARY KEY,
  source  INTEGER REFERENCES source(id),
  folder  BLOB,                        -- relative to the source's root, as the file system spells it
  name    BLOB,
  format  TEXT,
  key     TEXT,                        -- sizes, times, versions, options: see doc/observation-format.md
  holds   TEXT NOT NULL DEFAULT '',    -- of an archive, how many units of which format: "ics:2 photos:312"
  UNIQUE(source, folder, name)
);

CREATE TABLE observation(
  unit     INTEGER NOT NULL,
  ordinal  INTEGER NOT NULL,
  kind     INTEGER NOT NULL,
  identity TEXT NOT NULL,
  bytes    BLOB NOT NULL,
  PRIMARY KEY(unit, ordinal)
) WITHOUT ROWID;

CREATE TABLE issue(
  unit    INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  bytes   BLOB NOT NULL,
  PRIMARY KEY(unit, ordinal)
) WITHOUT ROWID;

CREATE TABLE claim(
  unit    INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  bytes   BLOB NOT NULL,
  PRIMARY KEY(unit, ordinal)
) WITHOUT ROWID;

-- What is wrong with a source itself: a root that is not there, a folder that may not be read.
CREATE TABLE source_issue(
  source  INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  bytes   BLOB NOT NULL,
  PRIMARY KEY(source, ordinal)
) WITHOUT ROWID;

-- Derived.
CREATE TABLE record(
  number    INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  begins    INTEGER NOT NULL,          -- Unix time
  first_day INTEGER NOT NULL,          -- local days since 1970-01-01, both inclusive
  last_day  INTEGER NOT NULL,
  bytes     BLOB NOT NULL
);
CREATE INDEX record_order ON record(begins, id);

-- Case folded; one row a record with words in it, by its number. The tokenizer is this program's own (pairs.h).
CREATE VIRTUAL TABLE record_text USING fts5(words, tokenize = 'pairs', columnsize = 0);

CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- What was derived is out of date as soon as a unit comes or goes, whatever happens to the process then.
CREATE TRIGGER unit_came AFTER UPDATE OF source ON unit WHEN NEW.format <> '' BEGIN
  DELETE FROM meta WHERE key = 'derived';
END;
CREATE TRIGGER unit_went AFTER DELETE ON unit WHEN OLD.source IS NOT NULL AND OLD.format <> '' BEGIN
  DELETE FROM meta WHERE key = 'derived';
END;
