-- What people say of a capsule after it came in.

ALTER TABLE capsule ADD COLUMN version BIGINT NOT NULL DEFAULT 1; -- of what is said of it: two may edit at once
ALTER TABLE capsule ADD COLUMN deleted_at BIGINT;                 -- since when nobody sees it; null while it is there
ALTER TABLE capsule ADD COLUMN trim_start BIGINT NOT NULL DEFAULT 0; -- ms of footage: where productions begin
ALTER TABLE capsule ADD COLUMN trim_end BIGINT;                   -- null for the footage's own end
ALTER TABLE capsule ADD COLUMN own_chapters BOOLEAN NOT NULL DEFAULT FALSE; -- capsule_chapter counts, be it empty

-- The part of the footage that a production was told to make, and that an edition is.
ALTER TABLE production ADD COLUMN trim_start BIGINT NOT NULL DEFAULT 0;
ALTER TABLE production ADD COLUMN trim_end BIGINT;
ALTER TABLE capsule_edition ADD COLUMN trim_start BIGINT NOT NULL DEFAULT 0;
ALTER TABLE capsule_edition ADD COLUMN trim_end BIGINT;

CREATE TABLE capsule_credits (
  capsule_id TEXT NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  language   TEXT NOT NULL,
  credits    TEXT NOT NULL,                 -- a line each: role: name
  PRIMARY KEY (capsule_id, language)
);
CREATE TABLE capsule_chapter (
  capsule_id TEXT   NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  language   TEXT   NOT NULL,
  start_ms   BIGINT NOT NULL,               -- of the footage: a trim shifts it
  title      TEXT   NOT NULL,
  PRIMARY KEY (capsule_id, language, start_ms)
);
CREATE TABLE capsule_poster (               -- chosen; without one the edition's own is shown
  capsule_id TEXT   NOT NULL PRIMARY KEY REFERENCES capsule (id) ON DELETE CASCADE,
  sha256     TEXT   NOT NULL REFERENCES stored_file (sha256),
  bytes      BIGINT NOT NULL,
  at_ms      BIGINT                         -- of the footage; null for a picture that was handed in
);
CREATE TABLE capsule_consent (              -- of the people who were filmed; the studio's alone
  capsule_id  TEXT NOT NULL PRIMARY KEY REFERENCES capsule (id) ON DELETE CASCADE,
  note        TEXT NOT NULL,
  valid_until TEXT                          -- ISO 8601 date; null for ever
);

CREATE TABLE removed_file (                 -- tracks and documents that may be put back
  id            TEXT   NOT NULL PRIMARY KEY,
  capsule_id    TEXT   NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  kind          TEXT   NOT NULL,            -- track, document
  sha256        TEXT   NOT NULL REFERENCES stored_file (sha256),
  webvtt_sha256 TEXT REFERENCES stored_file (sha256), -- of a track
  content       TEXT   NOT NULL,            -- JSON: the row as it was
  removed_at    BIGINT NOT NULL
);
CREATE INDEX removed_file_capsule ON removed_file (capsule_id, removed_at);
