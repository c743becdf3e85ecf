-- Footage on its way in, each in a folder of its own under uploads/. What became of it stays here for a while.

CREATE TABLE upload (
  id                  TEXT   NOT NULL PRIMARY KEY, -- random; its address and its folder
  account_id          TEXT   NOT NULL,        -- whose it is
  file_name           TEXT   NOT NULL,        -- as its owner knows it, fit to be shown; no path is made of it
  fingerprint         TEXT,                   -- by which a browser knows the file again
  metadata            TEXT,                   -- as the client gave it (Upload-Metadata of tus)
  bytes               BIGINT NOT NULL,
  received            BIGINT NOT NULL,        -- on the disk for good; the file may hold more, which does not count
  state               TEXT   NOT NULL,        -- receiving, checking, done, known, refused
  replaces            TEXT,                   -- the capsule whose footage it is to become
  sha256              TEXT,                   -- of the whole, from before it is moved into storage
  capsule_id          TEXT REFERENCES capsule (id) ON DELETE SET NULL, -- what it became, or was already
  reason_code         TEXT,                   -- why it was refused, or waits
  reason              TEXT,
  language            TEXT,                   -- spoken; null when not told
  collection_id       TEXT REFERENCES collection (id) ON DELETE SET NULL,
  collection_language TEXT,                   -- of a collection that is to be made
  collection_title    TEXT,
  form_version        BIGINT NOT NULL,        -- how often the form was changed
  created_at          BIGINT NOT NULL,
  changed_at          BIGINT NOT NULL         -- when the last bytes came, or it ended
);
CREATE INDEX upload_account ON upload (account_id, created_at);
CREATE INDEX upload_state ON upload (state, changed_at);
CREATE TABLE upload_title (
  upload_id TEXT NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
  language  TEXT NOT NULL,
  title     TEXT NOT NULL,
  PRIMARY KEY (upload_id, language)
);
CREATE TABLE upload_subtitles (              -- files of its folder, each under its id
  id        TEXT   NOT NULL PRIMARY KEY,
  upload_id TEXT   NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
  file_name TEXT   NOT NULL,
  language  TEXT   NOT NULL,
  role      TEXT   NOT NULL,
  charset   TEXT   NOT NULL,
  cues      BIGINT NOT NULL,
  bytes     BIGINT NOT NULL,
  added_at  BIGINT NOT NULL,
  UNIQUE (upload_id, language, role)
);
