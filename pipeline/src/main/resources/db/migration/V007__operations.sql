-- What nothing in the library names any more, and since when that is known; after its time it is removed.
CREATE TABLE unused (
  kind  TEXT   NOT NULL,                     -- edition, file
  name  TEXT   NOT NULL,                     -- an edition's id, a file's SHA-256
  since BIGINT NOT NULL,
  PRIMARY KEY (kind, name)
);

-- What the library took on one day, and what its disk had left, in bytes.
CREATE TABLE disk_sample (
  day      TEXT   NOT NULL PRIMARY KEY,      -- ISO 8601, UTC
  taken_at BIGINT NOT NULL,
  used     BIGINT NOT NULL,
  free     BIGINT NOT NULL
);
